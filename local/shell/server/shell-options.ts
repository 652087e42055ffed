/** What the web server of the local site is given: the site, what the manifest says of it, and the built pages. Types only. */
import type { Clock, ForgeHost, JiraSite } from '../../seams';
import type { AppManifest } from '../surface-modules';

export type ShellSite = {
  readonly jira: JiraSite;
  readonly host: ForgeHost;
  readonly clock: Clock;
  save(): void | Promise<void>;
};

export type CommandOutcome = { readonly stdout: string; readonly stderr: string; readonly exitCode: number };

export type ShellOptions = {
  readonly site: ShellSite;
  readonly manifest: AppManifest;
  /** Runs a command of the headless door on the open site. */
  readonly runCommand: (argv: readonly string[]) => Promise<CommandOutcome>;
  /** Folder with `main.js`, `shell.css` and `bridge.js`. */
  readonly pagesFolder: string;
  readonly themeCss: string;
  /** The port wanted; the next free one is taken where it is in use. 0: any. */
  readonly port: number;
};
