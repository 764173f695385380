import {
  createTheme,
  defaultVariantColorsResolver,
  type AlertProps,
  type ButtonProps,
  type CSSVariablesResolver,
  type InputProps,
} from '@mantine/core';
import { translate } from './i18n.ts';

/**
 * Chinese first: the platform's own hei face, then what Linux desktops carry. Nothing is downloaded. Those faces have quotation marks as wide
 * as a character; English text takes them from elsewhere (base.css).
 */
const fonts =
  'var(--bd-quotes, "PingFang SC"), "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", system-ui, sans-serif';

/** One accent. White on shade 6 has a contrast of 5.6, shade 3 on the dark body 7.9. */
const ink = ['#eef3fd', '#dde7fb', '#bccff6', '#98b4f0', '#7397e8', '#557de0', '#345fce', '#2a4eac', '#233f88', '#1c3166'] as const;
const gray = ['#fafafb', '#f4f5f7', '#ebecef', '#dfe1e6', '#c8ccd3', '#9aa0ab', '#646b77', '#484e59', '#31363f', '#1c1f25'] as const;
const dark = ['#e4e6ea', '#c5c9d0', '#a0a6b0', '#737a86', '#3f444d', '#30343b', '#25282e', '#1a1c20', '#141619', '#0f1012'] as const;

/** Controls are 32 px high: two fit where Mantine's defaults put one and a half, and a finger still hits them. */
const CONTROL = '32px';
const CONTROL_SMALL = '28px';

function controlHeight(size: unknown): string | undefined {
  if (size === undefined || size === 'sm') return CONTROL;
  return size === 'xs' ? CONTROL_SMALL : undefined;
}

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 6, dark: 6 },
  colors: { ink: [...ink], gray: [...gray], dark: [...dark] },
  black: '#1c1f25',
  fontFamily: fonts,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", Consolas, "Noto Sans Mono CJK SC", monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '6px', sm: '10px', md: '14px', lg: '20px', xl: '28px' },
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '16px' },
  defaultRadius: 'sm',
  shadows: {
    xs: 'none',
    sm: '0 1px 2px rgb(0 0 0 / 6%)',
    md: '0 6px 20px rgb(0 0 0 / 12%)',
    lg: '0 8px 28px rgb(0 0 0 / 14%)',
    xl: '0 12px 40px rgb(0 0 0 / 18%)',
  },
  headings: {
    fontFamily: fonts,
    fontWeight: '600',
    textWrap: 'wrap',
    sizes: {
      h1: { fontSize: '18px', lineHeight: '1.35' },
      h2: { fontSize: '15px', lineHeight: '1.4' },
      h3: { fontSize: '14px', lineHeight: '1.4' },
      h4: { fontSize: '13px', lineHeight: '1.4' },
      h5: { fontSize: '13px', lineHeight: '1.4' },
      h6: { fontSize: '12px', lineHeight: '1.4' },
    },
  },
  focusRing: 'auto',
  cursorType: 'pointer',
  // Grey actions (clear, columns, calendar) stay behind the words they belong to.
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    if (input.variant !== 'subtle') return colors;
    if (input.color === 'gray') return { ...colors, color: 'var(--bd-dim)', hover: 'var(--bd-hover-strong)', hoverColor: 'var(--bd-text)' };
    // Mantine's own red is nearly white in the dark.
    if (input.color === 'red') return { ...colors, color: 'var(--bd-bad)' };
    return input.color === undefined || input.color === 'ink' ? { ...colors, color: 'var(--bd-accent-text)' } : colors;
  },
  respectReducedMotion: true,
  // Plain objects: `Select.extend` and the like would bring every component into the first piece of the program.
  components: {
    Button: {
      defaultProps: { size: 'sm' },
      vars: (_theme: unknown, props: Pick<ButtonProps, 'size'>) => ({
        root: { '--button-height': controlHeight(props.size), '--button-padding-x': '12px' },
      }),
      styles: { label: { fontWeight: 500 } },
    },
    // A function, so that the words follow the language.
    CloseButton: { defaultProps: () => ({ 'aria-label': translate('common.close') }) },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    // The same grounds as every other notice: Mantine's own glow in the dark.
    Alert: {
      vars: (_theme: unknown, { color }: Pick<AlertProps, 'color'>) => {
        const tone = color === 'red' ? 'bad' : color === 'blue' ? 'info' : 'warn';
        return {
          root: {
            '--alert-bg': `var(--bd-${tone}-ground)`,
            '--alert-bd': `1px solid var(--bd-${tone}-line)`,
            '--alert-color': `var(--bd-${tone})`,
          },
        };
      },
    },
    Input: {
      defaultProps: { size: 'sm' },
      vars: (_theme: unknown, props: Pick<InputProps, 'size'>) => ({ wrapper: { '--input-height': controlHeight(props.size) } }),
    },
    InputWrapper: {
      defaultProps: { size: 'sm' },
      styles: {
        label: { fontSize: '12px', fontWeight: 500, marginBottom: 3 },
        error: { fontSize: '12px' },
        description: { fontSize: '12px' },
      },
    },
    TextInput: { defaultProps: { size: 'sm', autoComplete: 'off', spellCheck: false } },
    Textarea: { defaultProps: { size: 'sm', autosize: true, minRows: 2, spellCheck: false } },
    // A list that opens by itself would take the first Enter for what is chosen already, Ctrl+Enter too.
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right', openOnFocus: false } },
    Checkbox: { defaultProps: { size: 'xs' }, styles: { label: { fontSize: '13px' } } },
    Radio: { defaultProps: { size: 'xs' }, styles: { label: { fontSize: '13px' } } },
    Switch: { defaultProps: { size: 'xs' }, styles: { label: { fontSize: '13px' } } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Badge: { defaultProps: { variant: 'light', radius: 'sm' }, styles: { root: { textTransform: 'none', fontWeight: 500 } } },
    Tabs: { styles: { tab: { padding: '8px 12px', fontSize: '13px' } } },
    Tooltip: {
      defaultProps: {
        openDelay: 250,
        withArrow: false,
        multiline: true,
        maw: 320,
        fz: 12,
        events: { hover: true, focus: true, touch: true },
      },
    },
    Menu: { defaultProps: { shadow: 'md', withinPortal: true }, styles: { item: { fontSize: '13px', padding: '6px 10px' } } },
    Popover: { defaultProps: { shadow: 'md' } },
    Modal: {
      defaultProps: { shadow: 'xl', centered: true, overlayProps: { backgroundOpacity: 0.35 }, transitionProps: { duration: 120 } },
      styles: { title: { fontSize: '15px', fontWeight: 600 } },
    },
  },
});

/**
 * The tokens our own style sheets use, `--bd-…`. Each text colour keeps at least 4.5 : 1 on every surface it is meant for.
 * Tones come in threes: text, background, line.
 */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--bd-row': '34px', '--bd-gap': '14px' },
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': '#646b77',
    '--mantine-color-error': '#c02b2b',
    '--mantine-color-placeholder': '#757c88',
    '--mantine-color-default-border': '#dfe1e6',
    '--bd-ground': '#f7f8f9',
    '--bd-surface': '#ffffff',
    '--bd-sunken': '#f4f5f7',
    '--bd-line': '#e4e6ea',
    '--bd-line-strong': '#c8ccd3',
    '--bd-text': '#1c1f25',
    '--bd-dim': '#646b77',
    '--bd-hover': '#f4f6f9',
    '--bd-hover-strong': '#e9ecf1',
    '--bd-active': '#e8effc',
    '--bd-accent': '#345fce',
    '--bd-accent-text': '#2a4eac',
    '--bd-neutral': '#484e59',
    '--bd-neutral-ground': '#eef0f2',
    '--bd-neutral-line': '#d9dce1',
    '--bd-info': '#2a4eac',
    '--bd-info-ground': '#e9f0fd',
    '--bd-info-line': '#c3d4f7',
    '--bd-good': '#1a6b3c',
    '--bd-good-ground': '#e6f5ec',
    '--bd-good-line': '#b9dfc8',
    '--bd-warn': '#855003',
    '--bd-warn-ground': '#fdf3e0',
    '--bd-warn-line': '#f0d6a4',
    '--bd-bad': '#b02424',
    '--bd-bad-ground': '#fdecec',
    '--bd-bad-line': '#f3c3c3',
    '--bd-chart-1': '#345fce',
    '--bd-chart-2': '#bccff6',
    '--bd-chart-3': '#dfe1e6',
  },
  dark: {
    '--mantine-color-body': '#1a1c20',
    '--mantine-color-dimmed': '#a0a6b0',
    '--mantine-color-error': '#ff8f8f',
    '--mantine-color-placeholder': '#8b929d',
    '--mantine-color-default-border': '#363a42',
    '--bd-ground': '#141619',
    '--bd-surface': '#1a1c20',
    '--bd-sunken': '#202328',
    '--bd-line': '#2c3036',
    '--bd-line-strong': '#464b55',
    '--bd-text': '#e4e6ea',
    '--bd-dim': '#a0a6b0',
    '--bd-hover': '#22252a',
    '--bd-hover-strong': '#2c3037',
    '--bd-active': '#233150',
    '--bd-accent': '#7397e8',
    '--bd-accent-text': '#98b4f0',
    '--bd-neutral': '#c5c9d0',
    '--bd-neutral-ground': '#2a2d33',
    '--bd-neutral-line': '#3f444d',
    '--bd-info': '#a9c2f5',
    '--bd-info-ground': '#1f2b45',
    '--bd-info-line': '#34486f',
    '--bd-good': '#86d6a5',
    '--bd-good-ground': '#17301f',
    '--bd-good-line': '#2a5239',
    '--bd-warn': '#eec27a',
    '--bd-warn-ground': '#352811',
    '--bd-warn-line': '#5c4720',
    '--bd-bad': '#ff9d9d',
    '--bd-bad-ground': '#3a1c1d',
    '--bd-bad-line': '#643033',
    '--bd-chart-1': '#7397e8',
    '--bd-chart-2': '#3a5184',
    '--bd-chart-3': '#3f444d',
  },
});
