/*
 * An earlier address leads on, to the part that it names, or else to the one that the reader's own link does, as a host's
 * answer would. Read from a disk (file://) a folder would list its files: it gets the name of its page. Without scripts the
 * page leads on by itself.
 */
const next = new URL(document.querySelector('main a').href);
next.hash ||= location.hash;
if (next.protocol === 'file:' && next.pathname.endsWith('/')) next.pathname += 'index.html';
location.replace(next);
