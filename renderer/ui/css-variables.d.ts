import 'react';

declare module 'react' {
  interface CSSProperties {
    /** Our style sheets take figures from components through custom properties. */
    [name: `--${string}`]: string | number | undefined;
  }
}
