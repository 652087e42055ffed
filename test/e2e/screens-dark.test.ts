import { describeScreens } from './support/describe-screens';

describeScreens('dark', [1024, 1600]);
