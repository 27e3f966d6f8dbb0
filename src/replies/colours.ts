/** The house's colours: a projector's warm light on a dark room. They read well on Discord's dark and light. */
export const colours = { house: 0xd9a441, film: 0x3f7cac, person: 0x8e5572, trouble: 0xb0413e } as const;
