/** JQL over the small site: what each clause finds, and what is refused with which words. */
import { ada, app, ben, day, noon, smallSite } from './small-site';

const { keys, refusal, clock } = smallSite();
const inWeb = (jql: string) => keys(`project = WEB AND (${jql}) ORDER BY key`);

describe('what a query finds', () => {
  it.each<[string, string]>([
    ['key = WEB-2', '2'],
    ['key in (WEB-3, web-2)', '2 3'],
    ['key > WEB-3', '4 5'],
    ['id > 1 AND id < 999999', '1 2 3 4 5'],
    ['issuetype = story', '2 3'],
    ['type in (Epic, Bug)', '1 5'],
    ['type in subTaskIssueTypes()', '4'],
    ['status = "in progress"', '4'],
    ['status != Done', '1 2 4'],
    ['statusCategory = Done', '3 5'],
    ['statusCategory in ("To Do", indeterminate)', '1 2 4'],
    ['resolution = Unresolved', '1 2 4'],
    ['resolution is EMPTY', '1 2 4'],
    ['resolution != "Won\'t Do"', '3'],
    ['resolution not in (Unresolved, Done)', '5'],
    ['resolution in (Unresolved, Done)', '1 2 3 4'],
    ['fixVersion = 1.0', '2'],
    ['fixVersion is not EMPTY', '2'],
    ['fixVersion != 1.0', ''],
    ['fixVersion in unreleasedVersions()', '2'],
    ['component = checkout', '2'],
    ['labels = slow', '2'],
    ['labels != api', ''],
    ['labels is EMPTY', '1 3 4 5'],
    ['assignee = ada', '2'],
    ['assignee = "Ada Berg"', '2'],
    ['assignee = "ada@example.org"', '2'],
    ['assignee != ada', '4'],
    ['NOT assignee = ada', '4'],
    ['assignee is EMPTY OR assignee != ada', '1 3 4 5'],
    ['reporter = ben', '3 4 5'],
    ['creator = ada', '1 2'],
    ['priority >= High', '2'],
    ['priority < Medium', '3'],
    ['parent = WEB-1', '2 3'],
    ['parent is EMPTY', '1 5'],
    ['"Epic Link" = WEB-1', '2 3'],
    ['parentEpic = WEB-1', '2 3 4'],
    ['summary ~ cache', '2 4'],
    ['summary ~ "basket cache"', '2'],
    ['summary ~ "bas*"', '2 5'],
    ['summary ~ "\\"the basket\\""', '2'],
    ['summary !~ basket', '1 3 4'],
    ['text ~ checkout', '1'],
    ['sprint in openSprints()', '2'],
    ['sprint = "Sprint 7"', '2'],
    ['sprint in closedSprints()', ''],
    ['"Story Points" >= 5', '2'],
    ['"story points" < 5', '5'],
    ['cf[19016] = 3', '5'],
    ['cf[19016] in (3, 5)', '2 5'],
    ['"Story Points" is EMPTY', '1 3 4'],
    ['"Story Points" != 5', '5'],
    ['created >= -9d', '2 3 4 5'],
    ['created < "2026-11-13"', '1'],
    ['created >= "2026/11/13 13:00"', '3 4 5'],
    ['updated >= startOfDay(-1d)', '3'],
    ['updated >= -75m', ''],
    ['resolved >= startOfWeek()', ''],
    ['resolved >= startOfWeek(-1w)', '3 5'],
    ['resolved < endOfDay("-2d")', '5'],
    ['statusCategoryChangedDate >= -36h', '3'],
    ['statusCategoryChangedDate < "2026-11-13"', '1'],
    ['due <= endOfMonth("+1M")', '2'],
    ['due > endOfMonth()', '2'],
    ['due = 2026-12-01', '2'],
    ['due is EMPTY', '1 3 4 5'],
    ['status was "In Progress"', '3 4'],
    ['status was "In Progress" by ada', '3'],
    ['status was "To Do" before "2026-11-15"', '1 2 3 4 5'],
    ['status was not "In Progress"', '1 2 5'],
    ['status was in ("In Progress", "In Review") after -36h', '3 4'],
    ['status changed', '3 4 5'],
    ['status changed from "In Progress" to Done', '3'],
    ['status changed by ben', '4 5'],
    ['status changed during (-3d, -36h)', '4 5'],
    ['status changed on -2d', '4 5'],
    ['assignee was EMPTY', '1 3 5'],
    ['NOT (status = Done OR type = Epic)', '2 4'],
    ['type = Bug OR type = Story AND status = Done', '3 5'],
    ['(type = Bug OR type = Story) AND status = Done', '3 5'],
    ['(type = Bug OR type = Story) AND labels = api', '2'],
    ['type = Bug OR type = Story AND labels = api', '2 5'],
    ['project = "web shop"', '1 2 3 4 5'],
  ])('%s', (jql, numbers) => {
    expect(inWeb(jql)).toEqual(numbers === '' ? [] : numbers.split(' ').map((number) => `WEB-${number}`));
  });

  it('currentUser() is the asker, and nobody for the app', () => {
    expect(keys('assignee = currentUser()', ada)).toEqual(['WEB-2']);
    expect(keys('assignee = currentUser()', ben)).toEqual(['WEB-4']);
    expect(keys('assignee = currentUser()', app)).toEqual([]);
  });

  it('what the asker may not browse is left out', () => {
    expect(keys('created >= -8d', ben)).toContain('OPS-1');
    expect(keys('created >= -8d', ada)).not.toContain('OPS-1');
    expect(refusal('project = OPS', ada)).toBe("The value 'OPS' does not exist for the field 'project'.");
    expect(refusal('key = OPS-1', ada)).toBe("An issue with key 'OPS-1' does not exist for field 'key'.");
  });

  it('relative dates follow the clock', () => {
    clock.set(noon + 30 * day);
    expect(inWeb('created >= -9d')).toEqual([]);
    clock.set(noon);
  });
});

describe('the order of the results', () => {
  it.each<[string, string]>([
    ['', '5 4 3 2 1'],
    ['ORDER BY key', '1 2 3 4 5'],
    ['ORDER BY created', '1 2 5 4 3'],
    ['ORDER BY priority DESC, key ASC', '1 4 5 2 3'],
    ['ORDER BY priority, key', '3 2 1 4 5'],
    ['ORDER BY due', '2 5 4 3 1'],
    ['ORDER BY "Story Points" DESC', '4 3 1 2 5'],
    ['ORDER BY status, key DESC', '5 3 4 2 1'],
    ['ORDER BY summary', '5 2 1 4 3'],
    ['ORDER BY assignee, key', '2 4 1 3 5'],
  ])('project = WEB %s', (order, numbers) => {
    expect(keys(`project = WEB ${order}`)).toEqual(numbers.split(' ').map((number) => `WEB-${number}`));
  });
});

describe('what is refused names what is wrong', () => {
  it.each<[string, string]>([
    ['project = NOPE', "The value 'NOPE' does not exist for the field 'project'."],
    ['status = Blocked', "The value 'Blocked' does not exist for the field 'status'."],
    ['type = Spike', "The value 'Spike' does not exist for the field 'issuetype'."],
    ['fixVersion in (1.0, 3.0)', "The value '3.0' does not exist for the field 'fixVersion'."],
    ['resolution = Fixed', "The value 'Fixed' does not exist for the field 'resolution'."],
    ['component = Search', "The value 'Search' does not exist for the field 'component'."],
    ['assignee = carl', "The value 'carl' does not exist for the field 'assignee'."],
    ['key = WEB-99', "An issue with key 'WEB-99' does not exist for field 'key'."],
    ['parent in (WEB-1, WEB-99)', "An issue with key 'WEB-99' does not exist for field 'parent'."],
    ['id = 999999', "A value with ID '999999' does not exist for the field 'id'."],
    ['colour = red', "Field 'colour' does not exist or you do not have permission to view it."],
    ['worklogAuthor = ada', "The clause 'worklogAuthor' is not emulated by the local Jira."],
    ['labels was api', "History searches are not supported for the field 'labels' (in the clause 'labels was')."],
    ['status > Done', "The operator '>' is not supported by the 'status' field."],
    ['summary = cache', "The operator '=' is not supported by the 'summary' field."],
    ['status in openSprints()', "Unable to find JQL function 'openSprints()' for the field 'status'."],
    ['due > soon', "Date value 'soon' for field 'due' is invalid."],
    ['due > 2026-02-30', "Date value '2026-02-30' for field 'due' is invalid."],
    ['created > startOfDay(tomorrow)', "Argument 'tomorrow' of function 'startOfDay' is no increment"],
    ['"Story Points" > many', "Value 'many' is not a valid number for field 'Story Points'."],
    ['project = WEB ORDER BY colour', "Field 'colour' does not exist"],
    ['project = ', 'Error in the JQL Query:'],
    ['ORDER BY created', 'Unbounded JQL queries are not allowed here.'],
    ['', 'Unbounded JQL queries are not allowed here.'],
    ['project = WEB ORDER BY key, id, created, updated, due, status, summary, priority', 'at most 7'],
  ])('%s', (jql, words) => {
    expect(refusal(jql)).toContain(words);
  });
});
