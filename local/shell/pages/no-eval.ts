/** To be imported before anything that makes schemas: zod tries whether it may compile them, and the content policy reports the try. */
import { z } from 'zod';

z.config({ jitless: true });
