/** Talking about a key result in Chromium: two people, one of whom is mentioned, with the pages of both open; and the history beside it. */
import type { FrameLocator } from 'playwright-core';
import { people } from '../../local/demo/demo-people';
import { accessibilityProblems } from './support/accessibility';
import { describeInChromium } from './support/chromium';
import { useLocalTabs } from './support/local-tabs';
import { openKeyResult, openProjectOkrs } from './support/okr-screens';

jest.setTimeout(120_000);

const title = 'Finish everything on the checkout speed list';

describeInChromium('Talking about a key result', () => {
  const { site, openTab } = useLocalTabs();

  const commentsIn = (frame: FrameLocator) => frame.getByRole('list', { name: 'Comments' });

  it('a comment mentions somebody by keyboard, is answered, and both see it without a reload', async () => {
    const mine = await openTab(people.tomas.accountId);
    const theirs = await openTab(people.bo.accountId);
    const lead = await openProjectOkrs(mine, site().url, 'WEB');
    await openKeyResult(lead, title);
    const engineer = await openProjectOkrs(theirs, site().url, 'WEB');
    await openKeyResult(engineer, title);

    await lead.getByLabel('Add a comment').click();
    await mine.keyboard.type('Which pictures are still too large, @Bo');
    await lead.getByRole('option', { name: /Bo Li/ }).waitFor();
    await mine.keyboard.press('Enter');
    await mine.keyboard.press('Control+Enter');
    await commentsIn(lead)
      .getByText(/Which pictures are still too large/)
      .waitFor();

    const asked = commentsIn(engineer).getByRole('listitem').filter({ hasText: 'Which pictures are still too large' });
    await asked
      .getByText(/@Bo Li/)
      .first()
      .waitFor();
    await asked.getByRole('button', { name: /Reply/ }).click();
    await engineer.getByLabel('Your reply').fill('The images. They come this week.');
    await theirs.keyboard.press('Control+Enter');
    await commentsIn(lead).getByText('The images. They come this week.').waitFor();
    expect(await accessibilityProblems(theirs)).toEqual([]);

    await lead.getByRole('button', { name: 'History', exact: true }).click();
    await lead.getByRole('list', { name: 'History' }).getByText(/Bo Li/).first().waitFor();
    expect(await accessibilityProblems(mine)).toEqual([]);
  });
});
