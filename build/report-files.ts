/** Where a check leaves what its test runners reported. */
export const reportFiles = { vitest: 'out/reports/vitest.json', playwright: 'out/reports/playwright.json' } as const;
