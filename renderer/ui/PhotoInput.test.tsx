// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { PhotoInput, type Photo } from './PhotoInput.tsx';
import { renderUi } from './render-ui.fixture.tsx';

const pdf = (name: string, size = 4) => new File([new Uint8Array(size)], name, { type: 'application/pdf' });

function Signed({ most = 6 }: { most?: number }) {
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  return (
    <>
      <output>{photos.map((photo) => `${photo.name}:${photo.bytes.length}`).join(' ')}</output>
      <PhotoInput label="签收联" photos={photos} onChange={setPhotos} most={most} />
    </>
  );
}
const taken = () => document.querySelector('output')?.textContent;

test('a scan is pasted and can be taken off again', async () => {
  const { user } = renderUi(<Signed />);
  fireEvent.paste(document.body, { clipboardData: { files: [pdf('签收.pdf', 9)] } });
  await waitFor(() => expect(taken()).toBe('签收.pdf:9'));
  await user.click(screen.getByRole('button', { name: '删除 签收.pdf' }));
  expect(taken()).toBe('');
});

test('what is no picture, too large, unreadable or too many is named, the rest is taken', async () => {
  const { container } = renderUi(<Signed most={2} />);
  const files = [
    new File(['a'], '说明.txt', { type: 'text/plain' }),
    pdf('大.pdf', 20_000_001),
    new File(['x'], '坏.jpg', { type: 'image/jpeg' }),
    pdf('1.pdf'),
    pdf('2.pdf'),
    pdf('3.pdf'),
  ];
  const area = screen.getByText('选择文件、拖到此处，或按 Ctrl+V 粘贴').parentElement ?? container;
  fireEvent.drop(area, { dataTransfer: { files } });
  await waitFor(() => expect(taken()).toBe('1.pdf:4 2.pdf:4'));
  expect(screen.getByRole('alert').textContent).toBe('说明.txt 不是图片或 PDF 文件大.pdf 超过 20 MB坏.jpg 无法作为图片打开最多 2 个文件');
});
