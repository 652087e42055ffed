/**
 * The one list of what the browser may ask the backend: name, input, answer.
 * `makeResolver` (backend) and `makeInvoke` (browser) are both typed from it; inputs are parsed by `inputs.ts`.
 */
import type * as Inputs from './inputs';
import type {
  CycleView,
  IssueKeyResults,
  KeyResultDetails,
  KeyResultView,
  LinkTarget,
  ObjectiveView,
  ProjectOkrs,
  SourcePreview,
} from './okr';

type Define<In, Out> = { readonly in: In; readonly out: Out };

export type Api = {
  /** A page of a project's objectives and key results. The project defaults to the one the page is open in. */
  getProjectOkrs: Define<Inputs.GetProjectOkrs, ProjectOkrs>;
  /** The cycles one can write an objective into: existing ones and the current and next quarter, earliest first. */
  listCycles: Define<Inputs.ListCycles, readonly CycleView[]>;
  /** The key results an issue serves. The issue defaults to the one the panel is open in. */
  getIssueKeyResults: Define<Inputs.GetIssueKeyResults, IssueKeyResults>;
  /** One key result with its sources and a page of its issues, titles as the viewer. */
  getKeyResult: Define<Inputs.GetKeyResult, KeyResultDetails>;
  /** Work key results of a project's current cycle, to link an issue to; by key. */
  listLinkTargets: Define<Inputs.ListLinkTargets, readonly LinkTarget[]>;

  createObjective: Define<Inputs.CreateObjective, ObjectiveView>;
  editObjective: Define<Inputs.EditObjective, ObjectiveView>;
  archiveObjective: Define<Inputs.ArchiveObjective, null>;
  createKeyResult: Define<Inputs.CreateKeyResult, KeyResultView>;
  editKeyResult: Define<Inputs.EditKeyResult, KeyResultView>;
  archiveKeyResult: Define<Inputs.ArchiveKeyResult, null>;
  /** A typed-in value of a metric key result; the latest day counts, and on one day the latest entry. */
  recordValue: Define<Inputs.RecordValue, KeyResultView>;

  /** What a source would bring into scope, or its removal take out, and what the progress would be. Writes nothing. */
  previewSource: Define<Inputs.PreviewSource, SourcePreview>;
  addSource: Define<Inputs.AddSource, KeyResultView>;
  removeSource: Define<Inputs.RemoveSource, KeyResultView>;
};

export type ApiName = keyof Api;
export type Input<N extends ApiName> = Api[N]['in'];
export type Output<N extends ApiName> = Api[N]['out'];
