/*
 * Read from a disk (file://), a link to a folder would list its files: it gets the name of the
 * folder's page. On the web this does nothing.
 */
if (location.protocol === 'file:') {
	for (const link of document.links) {
		if (link.protocol === 'file:' && link.pathname.endsWith('/')) {
			link.setAttribute('href', link.getAttribute('href').replace(/^[^?#]*/, '$&index.html'));
		}
	}
}
