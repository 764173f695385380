/** Writes the operators of one page, and those that change the pen only where they change it. */
export interface Pen {
  write(operators: string): void;
  /** Sets one thing (a colour, a width, a font) for all that follows, unless it is so already. */
  set(what: string, operator: string): void;
  /** What is set until `end` is forgotten there. */
  begin(operators: string): void;
  end(): void;
  /** What was written since the last time. */
  take(): string;
}

export function openPen(first: string): Pen {
  let written = [first];
  let settings = new Map<string, string>();
  const outer: Map<string, string>[] = [];
  return {
    write: (operators) => void written.push(operators),
    set: (what, operator) => {
      if (settings.get(what) === operator) return;
      settings.set(what, operator);
      written.push(operator);
    },
    begin: (operators) => {
      outer.push(settings);
      settings = new Map(settings);
      written.push('q', operators);
    },
    end: () => {
      settings = outer.pop() ?? new Map<string, string>();
      written.push('Q');
    },
    take: () => {
      const taken = written.join('\n');
      written = [];
      return taken;
    },
  };
}

/** A number as PDF writes it, to a millionth of a point. */
export function numeral(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}
