/** After the browser tests: takes the folder away that `make-demo-folder.ts` has made. */
import { rmSync } from 'node:fs';

export default function removeDemoFolder(): void {
  const folder = process.env.OKR_E2E_DEMO_FOLDER;
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
