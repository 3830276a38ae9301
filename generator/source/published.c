#include "source/published.h"

#include <git2.h>

#include "base/file.h"
#include "source/apart.h"
#include "source/source.h"
#include "words/message_names.h"

struct comparing {
	const struct published *asked;
	bool is_done; /* all files were looked for */
};

/* The commit that a branch of origin ends with; false: there is none. */
static bool find_branch(git_repository *repo, git_oid *out)
{
	static const char *const names[] = {"refs/remotes/origin/HEAD",
	                                    "refs/remotes/origin/main",
	                                    "refs/remotes/origin/master"};
	for (size_t i = 0; i < COUNT(names); i++)
		if (git_reference_name_to_id(out, repo, names[i]) == 0)
			return true;
	return false;
}

/* The commit to compare with: the branch's last one, or the one before it where that is
 * what lies in the folder. NULL: none is known. The caller frees it. */
static git_commit *find_commit(git_repository *repo)
{
	git_oid branch, head;
	git_commit *commit = NULL, *before = NULL;
	if (!find_branch(repo, &branch) ||
	    git_reference_name_to_id(&head, repo, "HEAD") != 0 ||
	    git_commit_lookup(&commit, repo, &branch) != 0)
		return NULL;
	if (!git_oid_equal(&branch, &head) || git_commit_parent(&before, commit, 0) != 0)
		return commit;
	git_commit_free(commit);
	return before;
}

/* False when git could not tell of one of them. */
static bool look_for(struct comparing *c, git_tree *tree, const char *prefix)
{
	struct arena scratch = ARENA_PRIVATE;
	bool ok = true;
	for (size_t i = 0; ok && i < c->asked->n; i++) {
		git_tree_entry *entry = NULL;
		const char *path = path_join(&scratch, prefix, c->asked->files[i].path);
		int rc = git_tree_entry_bypath(&entry, tree, path);
		ok = rc == 0 || rc == GIT_ENOTFOUND;
		c->asked->files[i].is_added = rc == GIT_ENOTFOUND;
		git_tree_entry_free(entry);
		arena_reset(&scratch);
	}
	arena_release(&scratch);
	return ok;
}

static void compare(void *context, struct arena *a)
{
	struct comparing *c = context;
	struct arena scratch = ARENA_PRIVATE;
	git_repository *repo = NULL;
	git_commit *commit = NULL;
	git_tree *tree = NULL;
	const char *prefix = NULL;
	(void)a;
	source_git_start();
	if (source_find_repository(c->asked->root, &repo) == REPOSITORY_FOUND) {
		prefix = source_prefix(&scratch, repo, c->asked->root);
		commit = find_commit(repo);
	}
	if (prefix && commit && git_commit_tree(&tree, commit) == 0)
		c->is_done = look_for(c, tree, prefix);
	git_tree_free(tree);
	git_commit_free(commit);
	git_repository_free(repo);
	source_git_end();
	arena_release(&scratch);
}

void published_compare(const struct published *p, struct arena *a, struct diag *d)
{
	struct comparing *c = arena_alloc(a, sizeof *c);
	*c = (struct comparing){.asked = p};
	bool ok = apart_run(a, &(struct apart_work){.work = compare,
	                                            .context = c,
	                                            .seconds = p->seconds,
	                                            .diag = d,
	                                            .slow = MSG_HISTORY_SLOW,
	                                            .crash = MSG_HISTORY_CRASH});
	for (size_t i = 0; (!ok || !c->is_done) && i < p->n; i++)
		p->files[i].is_added = false;
}
