/**
 * Runs in the page. Returns every text whose contrast with its background is below WCAG AA (4.5; 3 for large text), including
 * shadow roots, and the number of checked texts. Disabled and hidden texts do not count.
 */
export function findFaintText(): { faint: string[]; seen: number } {
  type Colour = [number, number, number, number];
  const read = (text: string): Colour => {
    const scale = text.startsWith('color(') ? 255 : 1;
    const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
    return [r * scale, g * scale, b * scale, a];
  };
  const over = ([r, g, b, a]: Colour, [R, G, B]: Colour): Colour => [
    r * a + R * (1 - a),
    g * a + G * (1 - a),
    b * a + B * (1 - a),
    1,
  ];
  const hostOf = (node: Element) => (node.getRootNode() as ShadowRoot).host as Element | undefined;
  const parentOf = (node: Element) => node.assignedSlot ?? node.parentElement ?? hostOf(node);
  const groundOf = (node: Element | undefined): Colour => {
    if (!node) return [255, 255, 255, 1];
    const own = read(getComputedStyle(node).backgroundColor);
    return own[3] === 1 ? own : over(own, groundOf(parentOf(node)));
  };
  const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const luminance = ([r, g, b]: Colour) =>
    0.2126 * linear(r / 255) + 0.7152 * linear(g / 255) + 0.0722 * linear(b / 255);
  const contrastOf = (node: Element) => {
    const ground = groundOf(node);
    const pair = [luminance(over(read(getComputedStyle(node).color), ground)), luminance(ground)];
    return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
  };
  const neededBy = (node: Element) => {
    const { fontSize, fontWeight } = getComputedStyle(node);
    const size = Number.parseFloat(fontSize);
    return size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700) ? 3 : 4.5;
  };
  const textOf = (node: Element) =>
    [...node.childNodes].map((child) => (child instanceof Text ? child.data.trim() : '')).join('');
  const counts = (node: Element) => {
    const isOff =
      hostOf(node)?.hasAttribute('disabled') || node.closest('[disabled], discord-spoiler, style');
    return !isOff && node.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  const all = (node: Element): Element[] => [
    node,
    ...[...node.children, ...(node.shadowRoot?.children ?? [])].flatMap(all),
  ];
  const texts = all(document.body).filter((node) => textOf(node) !== '' && counts(node));
  const faint = texts.filter((node) => contrastOf(node) < neededBy(node));
  return {
    faint: faint.map(
      (node) => `${contrastOf(node).toFixed(2)} ${getComputedStyle(node).color}: ${textOf(node)}`,
    ),
    seen: texts.length,
  };
}
