const faces: Record<string, { back: string; skin: string; hair: string; style: string }> = {
  ana: {
    back: '#eb459e',
    skin: '#f2c9a1',
    hair: '#3b2417',
    style: 'M11 24c-1-12 5-16 13-16s14 4 13 16l-3 12V22c-6 0-10-2-13-5-2 3-4 4-7 5v14z',
  },
  beto: {
    back: '#3ba55d',
    skin: '#c98f62',
    hair: '#1d1d22',
    style: 'M13 21c-1-9 4-13 11-13s12 4 11 13c-2-4-5-6-11-6s-9 2-11 6z',
  },
  carla: {
    back: '#faa61a',
    skin: '#e6b48c',
    hair: '#a5502b',
    style: 'M12 27c-2-13 4-19 12-19s14 6 12 19c-1-7-3-10-6-11-5 2-9 2-12 0-3 1-5 4-6 11z',
  },
};

const drawn = (svg: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">${svg}</svg>`)}`;

/** The bot's avatar: a clapperboard. */
export const botAvatar = drawn(
  '<rect width="48" height="48" fill="#5865f2"/><g fill="#fff"><rect x="11" y="20" width="26" height="17" rx="2.500"/><path d="m10.500 17.400 25.100-7 1.100 3.900-25.100 7z"/></g><g fill="#5865f2"><path d="m16 16.900 3-.9 1.500 2.900-3 .8zm7.500-2 3-.9 1.500 2.800-3 .9zm7.500-2.100 3-.9 1.400 2.900-2.900.8z"/><path d="m21 24.500 8 4.200-8 4.200z"/></g>',
);

/** Returns the avatar of a person of the page, or the first letter of any other name. */
export function avatarOf(name: string): string {
  const face = faces[name.toLowerCase()];
  if (!face) {
    const [letter = '?'] = name.replaceAll(/[<&]/g, '');
    return drawn(
      `<rect width="48" height="48" fill="#747f8d"/><text x="24" y="32" text-anchor="middle" font-family="sans-serif" font-size="22" fill="#fff">${letter}</text>`,
    );
  }
  const { back, skin, hair, style } = face;
  return drawn(
    `<rect width="48" height="48" fill="${back}"/><path d="M8 48c0-9 7-14 16-14s16 5 16 14z" fill="#2b2d31"/><rect x="20" y="29" width="8" height="9" rx="4" fill="${skin}"/><circle cx="24" cy="23" r="10" fill="${skin}"/><path d="${style}" fill="${hair}"/><g fill="#2b1b12"><circle cx="20.300" cy="23" r="1.300"/><circle cx="27.700" cy="23" r="1.300"/></g><path d="M20.500 27.300c2 2 5 2 7 0" stroke="#2b1b12" stroke-width="1.300" fill="none" stroke-linecap="round"/>`,
  );
}
