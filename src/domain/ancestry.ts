/**
 * Which issues of a scope stand above others of it, so that only the lowest ones count.
 * Knows ids and ancestors only; what an issue weighs, and whether it is in scope at all, is decided elsewhere.
 */
import type { IssueFacts } from './model';

type Placed = Pick<IssueFacts, 'issueId' | 'ancestorIds'>;

type Node = {
  readonly issueId: string;
  /** The ancestors that are themselves among the issues. */
  readonly above: Node[];
  /** How far the search has gone through `above`. */
  next: number;
  /** When the search first came here, from 1; 0 before that. */
  order: number;
  /** The earliest node still open that can be reached from here. */
  reach: number;
  /** The node that stands for the circle this one belongs to; null while that is open. */
  circle: Node | null;
};

/**
 * The ids of the issues that some other of `issues` names among its ancestors, at any distance. Time is linear in issues and ancestors.
 *
 * Broken data can name ancestors in a circle (A below B, B below A). Taken at their word, all of them would stand above another and none
 * would count. So issues of one circle do not stand above each other; issues outside it stand above or below them as usual. That does not
 * depend on the order of `issues`. `issues` must name each id once.
 */
export function issuesAboveOthers(issues: readonly Placed[]): ReadonlySet<string> {
  const nodes = connect(issues);
  closeCircles(nodes);
  const aboveOthers = new Set<string>();
  for (const node of nodes) {
    for (const ancestor of node.above) {
      if (ancestor.circle !== node.circle) aboveOthers.add(ancestor.issueId);
    }
  }
  return aboveOthers;
}

function connect(issues: readonly Placed[]): readonly Node[] {
  const byId = new Map<string, Node>();
  for (const { issueId } of issues) byId.set(issueId, { issueId, above: [], next: 0, order: 0, reach: 0, circle: null });
  for (const { issueId, ancestorIds } of issues) {
    const node = byId.get(issueId);
    for (const ancestorId of ancestorIds) {
      const ancestor = byId.get(ancestorId);
      if (ancestor) node?.above.push(ancestor);
    }
  }
  return [...byId.values()];
}

/** Tarjan's strongly connected components, with the path kept in an array: a long chain of ancestors must not exhaust the call stack. */
function closeCircles(nodes: readonly Node[]): void {
  const path: Node[] = [];
  const open: Node[] = [];
  let entered = 0;

  const enter = (node: Node): void => {
    entered += 1;
    node.order = entered;
    node.reach = entered;
    path.push(node);
    open.push(node);
  };

  const leave = (node: Node): void => {
    path.pop();
    const below = path.at(-1);
    if (below) below.reach = Math.min(below.reach, node.reach);
    if (node.reach < node.order) return;
    let member: Node | undefined;
    do {
      member = open.pop();
      if (member) member.circle = node;
    } while (member && member !== node);
  };

  for (const start of nodes) {
    if (start.order === 0) enter(start);
    for (let node = path.at(-1); node; node = path.at(-1)) {
      const ancestor = node.above[node.next];
      node.next += 1;
      if (!ancestor) leave(node);
      else if (ancestor.order === 0) enter(ancestor);
      else if (ancestor.circle === null) node.reach = Math.min(node.reach, ancestor.order);
    }
  }
}
