import type { Page } from 'playwright-core';
import { launchDesk } from './launch.ts';
import { agentsPin, ownersPin, shareDesk, signIn } from './people.ts';

type Size = { readonly width: number; readonly height: number };
type Shoot = (page: Page, name: string) => Promise<void>;

/** A desk that two people share: where they sign in, who they are, what each is offered and what they changed. */
export async function takePeopleShots(size: Size, shoot: Shoot): Promise<void> {
  const desk = await launchDesk();
  const { app, page } = desk;
  const go = (place: string) => page.evaluate((hash) => void (window.location.hash = hash), place);
  /** The preferences of whoever this window met first: the owner. */
  const prefer = async (theme: string, language: string): Promise<void> => {
    const text = JSON.stringify({ theme, language });
    await page.evaluate((kept) => window.localStorage.setItem('deskside.preferences', kept), text);
    await page.reload();
    await page.locator('[data-testid="nav-inbox"], [data-testid="sign-in"]').first().waitFor();
  };
  try {
    await app.evaluate(
      ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setContentSize(bounds.width, bounds.height),
      size,
    );
    await page.locator('[data-testid="conversation-row"][data-draft="ready"]').first().waitFor({ timeout: 60_000 });
    await prefer('light', 'en');
    await go('/settings/people');
    await shoot(page, 'people-alone-light');
    await shareDesk(page);
    await page.getByTestId('lock-after').selectOption('10');
    for (const [theme, language, suffix] of [
      ['light', 'en', 'light'],
      ['dark', 'en', 'dark'],
      ['light', 'zh', 'zh'],
      ['dark', 'ja', 'ja'],
    ] as const) {
      await prefer(theme, language);
      await go('/settings/people');
      await shoot(page, `people-${suffix}`);
      await page.getByTestId('person-add').click();
      await shoot(page, `people-form-${suffix}`);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Alt+l');
      await page.getByTestId('sign-in').waitFor();
      await page.getByTestId('sign-in-pin').fill('0000');
      await page.keyboard.press('Enter');
      await page.getByTestId('sign-in-problem').waitFor();
      await shoot(page, `sign-in-${suffix}`);
      await signIn(page, 'Ona', ownersPin);
      await go('/settings/audit');
      await page.getByTestId('audit-line').first().waitFor();
      await shoot(page, `audit-${suffix}`);
    }
    await prefer('light', 'en');
    await page.keyboard.press('Alt+l');
    await signIn(page, 'Abe', agentsPin);
    await go('/settings/people');
    await shoot(page, 'agent-settings');
    await go('/knowledge');
    await page.getByTestId('knowledge-row').first().click();
    await page.getByTestId('knowledge-editor').waitFor();
    await shoot(page, 'agent-knowledge');
    await go('/lessons');
    await shoot(page, 'agent-lessons');
    await page.getByTestId('profile-menu').click();
    await shoot(page, 'agent-menu');
  } finally {
    await desk.close();
  }
}
