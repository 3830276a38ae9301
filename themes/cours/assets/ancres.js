/*
 * An anchor that this page does not have may be a heading's as somebody typed it, or as an older rule made it: its
 * letters and digits tell. Without this one arrives at the top of the page.
 */
const bare = (text) => text.normalize('NFD').toLowerCase().replace(/œ/g, 'oe').replace(/[^\p{L}\p{N}]/gu, '');

function seek() {
	let wanted;
	try {
		wanted = decodeURIComponent(location.hash.slice(1));
	} catch {
		return;
	}
	if (!wanted || document.getElementById(wanted)) return;
	for (const heading of document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6)[id]')) {
		if ([heading.id, heading.textContent].some((text) => bare(text) === bare(wanted))) {
			location.replace(`#${heading.id}`);
			return;
		}
	}
}

seek();
addEventListener('hashchange', seek);
