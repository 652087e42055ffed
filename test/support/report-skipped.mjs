/** Says by name what a run has left out: what is skipped for want of a server or data, and the browser tests when they were not asked for. */
export default class ReportSkipped {
  onRunComplete(_contexts, results) {
    const skipped = new Map();
    for (const { testResults } of results.testResults) {
      for (const { status, ancestorTitles, title } of testResults) {
        const name = ancestorTitles[0] ?? title;
        if (status === 'pending') skipped.set(name, [...(skipped.get(name) ?? []), title]);
      }
    }
    // Where one test stands for a whole suite, its title says why.
    const lines = [...skipped].map(([name, titles]) => (titles.length === 1 ? `${name}: ${titles[0]}` : `${name} (${titles.length})`));
    const projects = new Set(results.testResults.map(({ displayName }) => displayName?.name));
    if (projects.has('node') && projects.has('ui') && !projects.has('browser')) lines.push('the site in Chromium: npm run test:e2e');
    if (lines.length > 0) process.stderr.write(`\nLeft out:\n${lines.map((line) => `  ${line}\n`).join('')}`);
  }
}
