import { okrAdmin } from '../../local/demo/demo-people';
import { accessibilityProblems } from './support/accessibility';
import { describeInChromium } from './support/chromium';
import { useLocalTabs } from './support/local-tabs';
import { dialog, openCompanyOkrs } from './support/okr-screens';

jest.setTimeout(180_000);

describeInChromium('The close of a cycle', () => {
  const { site, openTab } = useLocalTabs();

  it('two objectives are graded, one goes on, the cycle is closed, and its report is what is printed', async () => {
    const page = await openTab(okrAdmin.accountId);
    const okrs = await openCompanyOkrs(page, site().url, '?view=closing');
    const grades = okrs.getByRole('button', { name: /^Grade O-/ });
    await grades.first().waitFor();
    const before = await grades.count();
    expect(await accessibilityProblems(page)).toEqual([]);
    for (const [what, into] of [
      ['Keep', 1],
      ['Drop', null],
    ] as const) {
      const left = await grades.count();
      await grades.first().click();
      const wizard = dialog(okrs, /^Grade O-/);
      await wizard.getByText('Step 1 of 4').waitFor();
      await wizard.getByRole('button', { name: 'Next' }).click();
      await wizard.getByText('Step 2 of 4').waitFor();
      await wizard.getByRole('combobox', { name: /^The objective/ }).selectOption('0.3');
      await wizard.getByRole('button', { name: 'Next' }).click();
      await wizard.getByRole('textbox', { name: /^Why is the objective graded otherwise/ }).fill('The quarter is not over');
      await wizard.getByRole('button', { name: 'Next' }).click();
      await wizard.getByText('Step 3 of 4').waitFor();
      await wizard.getByRole('button', { name: 'Next' }).click();
      await wizard.getByText('Choose at least one cause: it is less than what was promised.').waitFor();
      await wizard.getByRole('checkbox', { name: 'We began late' }).check();
      await wizard.getByRole('textbox', { name: /^What have we learned/ }).fill('Begin earlier');
      expect(await accessibilityProblems(page)).toEqual([]);
      await wizard.getByRole('button', { name: 'Next' }).click();
      await wizard.getByRole('radio', { name: new RegExp(`^${what}`) }).check();
      if (into !== null) await wizard.getByRole('combobox', { name: 'Carry it over into' }).selectOption({ index: into });
      await wizard.getByRole('button', { name: 'Save the grade' }).click();
      await wizard.waitFor({ state: 'detached' });
      await okrs.getByText(`${before - left + 1} of ${before} objectives are graded`).waitFor();
    }
    await okrs.getByText(/→ O-\d+ in Q/).waitFor();

    await okrs.getByRole('button', { name: /^Close Q/ }).click();
    const question = dialog(okrs, /^Close Q/);
    await question.getByRole('textbox', { name: /^Why is it closed without grades/ }).fill('Two are enough to see how it goes');
    await question.getByRole('button', { name: 'Close the cycle' }).click();
    const report = okrs.getByRole('article', { name: /what it was worth$/ });
    await report.getByText('Two are enough to see how it goes').waitFor();
    expect(await report.getByText('Begin earlier').count()).toBe(2);
    expect(await accessibilityProblems(page)).toEqual([]);

    await page.emulateMedia({ media: 'print' });
    for (const gone of [
      okrs.getByRole('button', { name: 'Print' }),
      okrs.getByRole('navigation').first(),
      okrs.getByRole('heading', { level: 1 }),
    ])
      await gone.waitFor({ state: 'hidden' });
    expect(await report.isVisible()).toBe(true);
  });
});
