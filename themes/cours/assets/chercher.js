/*
 * The button of search: what it opens (boite.js, and the words of chercher.js at the root) is loaded when somebody reaches
 * for it, on the page of search, and where words that were looked for are to be marked. Without it the button is a link.
 */
'use strict';

const button = document.getElementById('cours_chercher');
if (button) { // the course in one page has none
	const { box, engine, look } = document.currentScript.dataset;
	const base = document.currentScript.src;
	const folder = new URL('.', button.href);

	function load(address) {
		return new Promise((resolve, reject) => {
			document.head.append(Object.assign(document.createElement('script'), { src: address, onload: resolve, onerror: reject }));
		});
	}
	function dress() {
		if (document.querySelector('.search-page')) return null; // it has its own link
		return new Promise((resolve) => {
			document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: new URL(look, base).href, onload: resolve, onerror: resolve }));
		});
	}
	let loaded;
	function prepare() {
		loaded ??= Promise.all([dress(), load(new URL('../chercher.js', folder))]).then(() => {
			Object.assign(cours_recherche, { button, folder, load, engine: new URL(engine, base).href });
			return load(new URL(box, base));
		});
		return loaded;
	}
	function open(event) {
		event.preventDefault();
		prepare().then(() => cours_recherche.open(), () => { location.href = button.href; });
	}
	button.addEventListener('click', (event) => { if (!event.ctrlKey && !event.metaKey && !event.shiftKey) open(event); });
	button.addEventListener('pointerenter', () => prepare().catch(() => {}), { once: true });
	addEventListener('keydown', (event) => {
		if (event.key === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) open(event);
	});
	const hasMarks = () => {
		try { return sessionStorage.getItem('cours_recherche_mots') !== null; } catch { return false; }
	};
	if (document.querySelector('.search-page') || hasMarks()) prepare().catch(() => {});
}
