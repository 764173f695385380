/** Where a check leaves what its test runners reported, for `npm run coverage`. */
export const reportFiles = { vitest: 'out/reports/vitest.json', playwright: 'out/reports/playwright.json' } as const;
