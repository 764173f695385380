/** electron-builder.yml, read and checked by electron-builder's own loader and schema. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Configuration } from 'electron-builder';
import { beforeAll, describe, expect, test } from 'vitest';
import { packIco } from '#build/icons/pack-ico.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface ConfigModule {
  getConfig(folder: string, file: string, options: null): Promise<Configuration>;
  validateConfiguration(configuration: Configuration, log: { isEnabled: boolean; add(): void }): Promise<void>;
}

// The loader belongs to electron-builder but lives in a package of its own that only it may name.
const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const { getConfig, validateConfiguration } = builder('app-builder-lib/out/util/config/config') as ConfigModule;

let configuration: Configuration;
beforeAll(async () => {
  configuration = await getConfig(root, 'electron-builder.yml', null);
});

describe('the installers', () => {
  test('are configured in electron-builder’s own terms', async () => {
    await expect(validateConfiguration(configuration, { isEnabled: false, add: () => undefined })).resolves.toBeUndefined();
  });

  test('hold the built program in an archive, and no sources or node_modules', () => {
    expect(configuration.asar).toBe(true);
    expect(configuration.files).toEqual([{ filter: ['out/**', 'package.json', '!out/loopback/**', '!**/*.map', '!node_modules/**'] }]);
    const { main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { main: string };
    expect(main).toBe('out/desktop/main.cjs');
  });

  test('bring fonts, their licences and the icon, all of which exist', () => {
    const resources = configuration.extraResources as { from: string; to: string }[];
    expect(resources.map(({ to }) => to).sort()).toEqual([
      'fonts/NotoSansSC_400Regular.ttf',
      'fonts/NotoSansSC_700Bold.ttf',
      'fonts/NotoSerifSC_400Regular.ttf',
      'fonts/NotoSerifSC_700Bold.ttf',
      'icon.png',
      'licences/noto-sans-sc.txt',
      'licences/noto-serif-sc.txt',
    ]);
    for (const { from } of resources) expect(existsSync(join(root, from)), from).toBe(true);
  });

  test('switch off every back door of the runtime', () => {
    expect(configuration.electronFuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
      enableCookieEncryption: true,
      resetAdHocDarwinSignature: true,
    });
  });

  test('exist for Windows, macOS and Linux, and keep the book when the program is removed', () => {
    expect(configuration.win?.target).toEqual([{ target: 'nsis', arch: ['x64'] }]);
    expect(configuration.mac?.target).toEqual([{ target: 'dmg', arch: ['x64', 'arm64'] }]);
    expect(configuration.linux?.target).toEqual(['AppImage', 'deb']);
    expect(configuration.nsis).toMatchObject({ perMachine: false, deleteAppDataOnUninstall: false });
  });

  test('name no update server and fetch nothing from an address of ours', () => {
    expect(configuration.publish).toBeNull();
    expect(configuration.electronDownload).toBeUndefined();
  });
});

describe('the icon', () => {
  test('exists in every size the systems ask for', () => {
    expect(readdirSync(join(root, 'build/icons/png')).sort()).toEqual(
      [16, 24, 32, 48, 64, 128, 256, 512, 1024].map((size) => `${size}x${size}.png`).sort(),
    );
    for (const icon of [configuration.win?.icon, configuration.mac?.icon]) expect(existsSync(join(root, String(icon)))).toBe(true);
  });

  test('for Windows holds the PNG drawings unchanged', () => {
    const images = [16, 24, 32, 48, 64, 128, 256].map((size) => ({
      size,
      png: readFileSync(join(root, `build/icons/png/${size}x${size}.png`)),
    }));
    expect(Buffer.from(packIco(images)).equals(readFileSync(join(root, 'build/icons/icon.ico')))).toBe(true);
  });
});
