import { Menu, type MenuItemConstructorOptions, app } from 'electron';

type Words = { readonly panel: string; readonly draft: string; readonly show: string };

const words: Readonly<Record<'en' | 'zh' | 'ja', Words>> = {
  en: { panel: 'Side Panel', draft: 'Draft a Reply to What Was Copied', show: 'Show Side Panel' },
  zh: { panel: '侧边面板', draft: '为已复制的消息拟稿', show: '显示侧边面板' },
  ja: { panel: 'サイドパネル', draft: 'コピーした文の返信を下書き', show: 'サイドパネルを表示' },
};

/** Editing, zoom and window commands by their system roles, and the side panel; all else of the desk is in the page. */
export function applicationMenu(acts: { readonly summonPanel: () => void; readonly showPanel: () => void }): Menu {
  const language = app.getLocale().slice(0, 2);
  const { panel, draft, show } = words[language === 'zh' || language === 'ja' ? language : 'en'];
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    { role: 'editMenu' },
    { role: 'viewMenu' },
    {
      label: panel,
      submenu: [
        { id: 'panel-summon', label: draft, click: acts.summonPanel },
        { id: 'panel-show', label: show, click: acts.showPanel },
      ],
    },
    { role: 'windowMenu' },
  ];
  return Menu.buildFromTemplate(template);
}
