import { useState } from 'react';
import { ActionButton } from '../ActionButton.tsx';
import { PdfPreview } from '../PdfPreview.tsx';

/** The smallest paper there is. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 58>>stream
BT /F 28 Tf 60 200 Td (Sales slip XS-HZ01-A-2611-0042) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>`;

export function PaperPart() {
  const [pdf] = useState(() => new TextEncoder().encode(PDF));
  return (
    <div style={{ display: 'flex', height: '100%' }}>
      <PdfPreview
        title="销售单 XS-HZ01-A-2611-0042"
        paper={{ state: 'ready', value: { pdf, pages: 2, missing: ['𠮷', '㐀'] } }}
        actions={
          <ActionButton onAct={() => undefined} shortcut="mod+p">
            打印
          </ActionButton>
        }
      />
    </div>
  );
}
