// The texts, given by a selector, whose contrast with what is behind them is below 4.5 to 1. It runs inside the page.
export function contrasts(texts) {
    const luminance = (colour) => {
        const [r, g, b] = colour.match(/[\d.]+/g).map((part) => {
            const share = Number(part) / 255;
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const paper = (node) => {
        const colour = getComputedStyle(node).backgroundColor;
        return colour === "rgba(0, 0, 0, 0)" && node.parentElement ? paper(node.parentElement) : colour;
    };
    const low = [];
    for (const node of document.querySelectorAll(texts)) {
        const style = getComputedStyle(node);
        const colour = node.closest("svg") ? style.fill : style.color;
        const [a, b] = [luminance(colour), luminance(paper(node))].sort((x, y) => y - x);
        if (node.textContent && (a + 0.05) / (b + 0.05) < 4.5) {
            low.push([node.tagName, node.textContent, colour, paper(node)]);
        }
    }
    return low;
}
