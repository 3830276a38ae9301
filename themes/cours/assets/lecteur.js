/*
 * Films that can be watched in the page. Each has a link to its own site; here a button joins it, and only
 * who presses it loads the player. The page's policy names the sites that may show one.
 */
'use strict';

{
	const parts = document.getElementById('cours_player');

	function watch(embed, offer, title) {
		const frame = document.createElement('iframe');
		Object.assign(frame, { src: embed.dataset.player, title, allowFullscreen: true, allow: 'fullscreen; picture-in-picture' });
		frame.sandbox.add('allow-scripts', 'allow-same-origin', 'allow-popups', 'allow-presentation');
		offer.replaceWith(frame);
		frame.focus();
	}

	for (const embed of document.querySelectorAll('.embed[data-player]')) {
		const link = embed.querySelector('a');
		const offer = parts.content.querySelector('.watch').cloneNode(true);
		const [button, note] = offer.children;
		note.textContent = parts.dataset.note.replace('%host', new URL(embed.dataset.player).hostname);
		note.id = `cours_player-${document.querySelectorAll('.watch').length + 1}`;
		button.setAttribute('aria-describedby', note.id);
		button.addEventListener('click', () => watch(embed, offer, link.textContent));
		link.parentElement.after(offer);
	}
}
