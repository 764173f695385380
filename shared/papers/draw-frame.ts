/** What every slip and receipt has around its body: company, title, number, codes, maker, page and edge. */
import type { ReceiptContent, SlipContent } from './content.ts';
import { drawBarcode, drawQr } from './draw-codes.ts';
import { drawEdgeLabel, drawStamp, EDGE } from './draw-edge.ts';
import type { FormGeometry } from './forms.ts';
import { fitText, widthOf } from './measure.ts';
import type { PrintSet } from './plan-copies.ts';
import { box, line, text, type Desk } from './sheet.ts';

export interface Body {
  x: number;
  w: number;
  top: number;
  bottom: number;
}

/** Heights of the head with company, title and number; the third of a form has less to give. */
function headOf(form: FormGeometry): { height: number; company: number; title: number; qr: number } {
  return form.height < 300 ? { height: 47, company: 10, title: 27, qr: 40 } : { height: 56, company: 11, title: 33, qr: 44 };
}
const FOOTER = 16;

/** The rectangle the template may fill. */
export function bodyOf(form: FormGeometry): Body {
  const { margin } = form;
  return {
    x: margin.left,
    w: form.width - margin.left - margin.right - EDGE,
    top: margin.top + headOf(form).height,
    bottom: form.height - margin.bottom - FOOTER,
  };
}

export function drawFrame(
  desk: Desk,
  content: SlipContent | ReceiptContent,
  form: FormGeometry,
  set: PrintSet,
  page: { number: number; of: number },
): void {
  const { ink, words, measure } = desk;
  const { margin } = form;
  const head = headOf(form);
  const left = margin.left;
  const right = form.width - margin.right - EDGE;
  const middle = (left + right) / 2;
  const qrLeft = right - head.qr;
  // The centre stays centred on the sheet: its half width ends where the QR code begins.
  const centre = 2 * (qrLeft - 10 - middle);

  const company = fitText(measure, content.company, centre, { size: 12, face: 'sans', bold: true }, 9.5);
  text(desk, middle, margin.top + head.company, company.lines.join(' '), { size: company.size, bold: true, align: 'center' });
  drawTitle(desk, content.title + (content.red ? words.red : ''), middle, margin.top + head.title, centre, content);

  drawQr(desk, qrLeft, margin.top, head.qr, content.code);
  if (content.printing > 1) drawReprint(desk, words.reprint(content.printing), left, margin.top + 1);
  const small = form.size;
  const base = margin.top + head.height - 5;
  const day = `${words.day}${words.colon}${content.day}`;
  const wide = text(desk, left, base, content.branch, { size: small });
  text(desk, left + (content.branch === '' ? 0 : wide + 14), base, day, { size: small });
  const number = content.code === '' ? right : qrLeft - 8;
  const numberWidth = text(desk, number, base, content.no, { size: small + 2, bold: true, align: 'right', color: ink.red });
  text(desk, number - numberWidth - 4, base, 'No.', { size: small, align: 'right' });

  const foot = form.height - margin.bottom;
  const bars = drawBarcode(desk, left, foot - 12, 12, content.no, (right - left) * 0.55);
  const made = `${words.maker}${words.colon}${content.maker}　${words.printedAt}${words.colon}${content.printedAt}`;
  const pageText = words.page(page.number, page.of);
  const pageWidth = text(desk, right, foot - 3, pageText, { size: 7.5, align: 'right', color: ink.label });
  const room = right - left - bars - pageWidth - 24;
  const madeFit = fitText(measure, made, room, { size: 7.5, face: 'sans', bold: false }, 6);
  madeFit.lines.toReversed().forEach((part, index) => {
    text(desk, right - pageWidth - 12, foot - 3 - index * 8, part, { size: madeFit.size, align: 'right', color: ink.label });
  });

  drawEdgeLabel(desk, right, margin.top + (content.code === '' ? 0 : 8), foot, set, content.language);
  drawStamp(
    desk,
    content.stamp,
    { x: left, y: margin.top + head.height, w: right - left, h: foot - margin.top - head.height - FOOTER },
    {
      x: left,
      y: margin.top + 14,
      w: (right - left) * 0.3,
      h: head.height - 29,
    },
  );
}

function drawTitle(desk: Desk, title: string, x: number, y: number, room: number, content: SlipContent | ReceiptContent): void {
  const chinese = content.language === 'zh-CN';
  const style = { size: chinese ? 16 : 14, face: 'sans' as const, bold: true };
  const natural = widthOf(desk.measure, title, style);
  const letters = [...title].length;
  const spacing = Math.max(0, Math.min(chinese ? 8 : 0.8, (room - natural) / letters));
  const size = Math.min(style.size, (style.size * room) / natural);
  const width = text(desk, x, y, title, { size, bold: true, align: 'center', spacing, color: content.red ? desk.ink.red : desk.ink.text });
  for (const rule of [5, 7]) line(desk, x - width / 2 - 8, y + rule, x + width / 2 + 8, y + rule, { width: 0.6 });
}

function drawReprint(desk: Desk, label: string, x: number, y: number): void {
  const width = widthOf(desk.measure, label, { size: 8, face: 'sans', bold: true });
  box(desk, x + 0.5, y, width + 8, 13, { stroke: desk.ink.red, width: 0.75 });
  text(desk, x + 4.5, y + 9.6, label, { size: 8, bold: true, color: desk.ink.red });
}
