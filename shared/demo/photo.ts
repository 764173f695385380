/** The one picture of the demonstration: it stands for every photo of a slip and every signed copy. */
const TEXT = [
  'iVBORw0KGgoAAAANSUhEUgAAAWgAAADwCAMAAAAaeQ59AAAAFVBMVEVmZnd3d4iZmZmqu7vu7u4iMzMzRIhJ2CfPAAAL/UlEQVR42u2diYKrIAxFCbHv/z/5ySoijCAK',
  'EXNnaad1FI7XyJKqEDWCqqXv/vc7t3dbUXrXifVO1fuEncU6FdvqCTGjl+ruHfe8EaDi1c7l/OhR8NFqv1jQ8C7L6wKobmwp70TKZXtTGd+ghzkS202uOABSSvWjhUqL',
  '+lqW0SWkLEMPYH0iQckjRIewXKMrM5CgUATBau/BGoJXQD94PN6y6txKAPYLOYLKiBqftWCdBx8E3YHVJbCwAQT9E8RBOZpgG+hnoUL0bDuG5XYuee4opgT6NpjKgkKq',
  '04l3oJyL4IOgnQ1XgC4Keg8uLziKh6gW8ujyvlYMupNqz3qjy/tasaM7iR3dSZWcYXR5Xyt2dCe53m3GwAz6LkkOHX3EoaOT2NGdFDsaGPQzqnQ0h46rqgQtR5f3tWLQ',
  'nTRl6JBmSFz+CPmCcKvj/PBRc4cg9DDC7/dTP/pltIDfDPr5koufm6Gx2Gw5YTfVLQ1QLdSclQs8aNg9khBSAy0VOik1tpXe+o2G+k4WtFTL4+J+28jGoAtRg9SMraxL',
  'U1ORCrSJE8bLP3sK8aAJhQ6syyzoU3IZBA38ZSd70YMW6y9E6QHbOfefSeUigRvrBjv6lNnB1XPqv/xyCujKWPwM7J/7tyjOkGgqEQwdSiKihE42swFAMbXx+ifcfgl2',
  'gERa+Q/UQFtoCubqVU1qOZwKlUCHiPX9dSkdIFTx0K1kNFb6oKXxsHLiGnJXB2vr+hydNTrYdEUNFEyM1o1oYehTBV05adjhKFTdOohbck67tvUG2i5jH1enm1ijw8do',
  'wE7kQCvpZrFtuDnQNob4p4t17ho6PGjX6sjtp5HKEIWhoEFFCKmir+9Gm96HblULD1asoUU52oUM37wTNjsfyIMe6GgpdfcwOOvpcv5MO2NZtgDiFlh/hOpE2tgcjHEQ',
  '6hzWtaN7lGjFGIYOHw42xGiJqlaHiiO+G2kAb8MllECTc7Tia0HDRsp2RmyH3KJEn2Stn7g2UXDGJAm6xNs9CrRCPIQO6TzsxudEsOxid0A0eEcWdAntDgXSDG1euxS+',
  'U42W7OIJ22V1f12aYY9f8J5dG1XQwx1t2wlSoxUWsOPsQZv4bU+Q0iI3/yvD7grS6bucBwzoClq7UvUPTRQW5okNyXI/GWAoWub6qYgMTQg0NUcbI299/a2thvFInLSt',
  'Ob0nzK7Qf4ero/OZpCrOvQJeupchCXWo60XN0dOKXodlUhWcARn0HWJHd1JVYgeZ1v8LVeVoBn1ddalKo0v7YhXY+H5Hx7kaL24eF2uIo+NcjS+kA99zMtS943JfBiPz',
  '+pfpcqOcmfc9J0OBLtHQjC7IlZonJwW4wTcp7ISqSbFFlSSgRt2EVAPLAL95g0jg6HPmWcfpd1RkkWbmTk2Prj96RGh9cCND6i342VE2YQbe1KOQflx5NI8eoBtitAap',
  '0uT04Bt6glKY5DkL0Iwfo34E+5b6pQ4VPRaHDLrA0ahmVdfQAWB4gwYsHc0I9ArWszXHgl5iNA8aoPMnQw9aRSCpYzYEjl4SoH97Ry+Th46q5Lv8yVBntwh/6AsbOnQ0',
  'kX6MXi3mYrPUcRpd2j6qiSgx8cmwCnQ+dMCCoKejV3SwkVSgVeKQBagaGQJtI0W9Le06dRru3M27LGioAu1TikAvZbgtdq7Ezyd9oWOS0z2ho1B0MuH6657QUSh2dCfQ',
  '857qClQD+tOgGhU7+s9++IeP/Haxo2P5z3iZb/uD9uN4+krB8afEAtkU+E+ARjf8upjLJ1tAO0b6+so5Shmh3C6tbtftPl6H0QmoHDQMAh18ZNDVZfu2HwHSlI6Mtu/g',
  'NQPUX3x+o2QZoU/tu1XPOBq3x/Aww2VHSCb5bEQggBNYSEaMApMmnHRa3U5KJK+1go7hBNftjhl5Prhz7oPVHQY60bWrAU2rMuca6OjjS4WMgUE3bpkd3WnLDLrTlhn0',
  'I1tua3UUrpKMxpWNHT1uy2eXfWXQN20Zkkg5dNy+5ZqcsOQqR9WlpLrDtowPnAyHVeZSdTupPkafgiYcOeZyNJ3PplIqG34rRg8EfXypOXSwo8u2fMxyhGlAjzuBFIHO',
  'ShaukowGlq0CdMLYxCpzXttxZTuasiZBmlhlrlS3kz4WOhpAbzkdqRn507wOuN/RxHos2xXa1Jd0c/Fu+jxAhJk5+Uxmh810yOR1HK6efAm0i9Y9HB3ndSweUpD5UsAH',
  'cozsupYgu2NP6Zb64JFVRTqpzK8ySO1Y9ukpWGwiOBKSUoY2WuxDkKn1JxekNE7aCjp3uO2Sg3zmS7AjNkTPBZ9xJ8P7QVPug0/l6IGVuVLdcVue2dGkcsKw7PKvSulY',
  'yqDLtlxxJxZ2dLFKToZ58Fi4Sjqi5OiKKRYOHU1bnhg0qeZdM2jK12h7Ceg4WifXyDG6dMsTh463gqZWmUvVHbdldvQjW27JoKFWmUvV7bXl40vlPUNqlblU3XFbPsML',
  'Z6CHVeZSdcdt+dCUy1qcWmUuVbfXljlGd9ry8aXmGD2qLteqO27L7OhY7uY5mJhs3mUs/DXXPHHo2DIV/DO5y+oIpuOj1BfITTHHmR3hfLy7jMA2HR/ATVApz6DJgL41',
  'DqJ72F2KYvnDQnBkBDlC0bUoMNzgcut0/KOOxnRexz49KE6e8mQgBWnLfHE5HWFeB56xmelkmD3m9td9cUfbtiPcvnlSxDPRM8oMPFPuGZICXeJovUzmrEca9Lgtt+Tt',
  'pldJptVRVt1xWy4GnSFK2NAvBS2KV0lG7wQNxauko1d+tkIWr5KM3vGxrMLQQTtID9swO7qTGj4t9EbQpLMcJwJNakCaQXfacito0ifDmUBTTr6bKkaTHuyg5Oh45D87',
  'moflq6QiUgnSxY5+IWjSjmbQT225ETTlkyGpj2Wxo9OkFn9XgmXx14zYpy0kLiLgppnnDx0YPltJ+KtR7FIOZPZKC39dr+N4DQEMZ5l3gBpup9AFdJTXsfg8g7P0IAmQ',
  'ZpW5D0twg5EHrtfRFKOzqwzSK06u1/GniZLpQjtA0fU68Dyxg5TaQOcONxLX66ClOxzNKtAe57FjCGegR1fgLWp1NKtQpcl3o8v5erGjO4lBdxKD7iQ3DX52R5bR5Rwo',
  'xH83NGLTWNnRm/CfVitqDh0nUpzhBtKFGTTfDR0r4sXgbiPN7WirNEY0nBcNvIn036C3e2mN5vC0QHE8ksQNr0d+TfIINaXJhzSyJ7yALraRLs1yHI3iUekInAKJ4UvY',
  'FDwY9OLib4L0/hXZQppbHRvAA2mM/m4JHoU9w6ljtDdqHBwS4C+TLnT0zKADehHIA9aGMM2gd/B2pOXRv3DZ0oXJd18BHVHHxMLHpknRCYxBq5Zd+NdJD+Xw6sq+hE4a',
  'NHwHdNSyWP8E/yxZ66hjUzoK8nlHJ1oWxuG5FsaebPFoE4OOOYFxch6gYiu3hQvPjl8HnWhGqAHoP41qRkYQ9TB1cSukDPSs+UhbSA5kRpj+mr6S/5yKwRQ6egbQiMlh',
  '0NSi8O+syabtDDVYPgPaHPDRmPO/U6J/rLBu8a+AtkPO+yYbtg3mV6mIc9UxQlM6nmJEunHWpEofcbRDCuEJrCfnwhuEvB00hkOh7un1EaIrKnP0aFCtiub+VPhQ7Yae',
  '8xlfAb3vNZukmK7zRp8AfRw5uiPLq06ZoDwX6MNA3Np/7n3a+YSje7s3pbKcsNGlbFNbRsZNKuL88myD86GLHoX4gKNJ3HYx5d/pQFNQWb7B6FJOoE+0OijoEzGags5A',
  'A4O+R+zoTioCPe0keEexozupqHlHocH/dhWB5tDRLgbdSRw6OolBdxKHjk7KgAYGfbOKshw5dLSrCDQ7ul0MupMi0MCgn1I2LjPoW1UUOsZP1k8gjtGdxI7uJAbdSQy6',
  'k0pAjy4jQYX3wgju8SAkqB8Aob71V42mdnRw24cNGChYUmhiQo8H1RG7qNEsSpHpG9VYk+2QaWlW6rEXNquKbQ1Eth2Wipg0NhPVx+RL1MYsPjBBGmTeZxDu9dSzz8gQ',
  'W3b3+PE2k5aXBfZBPKznBAWvsMaI9wRLTGqD00rBhf9hTaj6vc4+OdPThHgPPKRqsLwnuosacqh+YxrNX8P7dR+z/wtRB1x8s0Z7AAAAAElFTkSuQmCC',
].join('');

/** To be given to the host's `files.put` before the documents that name it. */
export const demoPhoto = {
  type: 'image/png',
  name: '演示照片.png',
  /** SHA-256 of the content, the file's name for ever. */
  hash: 'cc0970f65ca82844a210973f96a55dbbae1f96151d7536b0a8e1c9e06d2402e0',
  content: (): Uint8Array => fromBase64(TEXT),
} as const;

/** No DOM and no Node here, so it is decoded by hand. */
function fromBase64(text: string): Uint8Array {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const plain = text.replaceAll('=', '');
  const bytes = new Uint8Array(Math.floor((plain.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const character of plain) {
    bits = (bits << 6) | alphabet.indexOf(character);
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at] = (bits >> held) & 255;
    at += 1;
  }
  return bytes;
}
