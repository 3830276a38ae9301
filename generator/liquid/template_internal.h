#ifndef LIQUID_TEMPLATE_INTERNAL_H
#define LIQUID_TEMPLATE_INTERNAL_H

/* clang-format off */
/*
 * What the parts of the template engine share: the tree that parsing makes
 * and rendering reads, the state of a rendering, and what filters call.
 *
 *   template_parse.c                        text and tags to nodes
 *   template_tags.c, template_partial.c     one parser a tag
 *   template_lex.c                          tokens within a tag
 *   template_expr.c                         expressions of tokens
 *   template_eval.c                         expressions to values
 *   template_compare.c                      conditions
 *   template_render.c                       nodes to bytes
 *   filters*.c                              the filters
 *   template_text.c                         values as text
 *   template_number.c                       arithmetic
 *   template_date.c                         the filter `date`
 *
 * Places are offsets into the source; line and column are worked out when
 * something is reported.
 */
/* clang-format on */

#include <stdatomic.h>
#include <string.h>

#include "base/map.h"
#include "liquid/template.h"

enum escaping { ESCAPE_NONE, ESCAPE_HTML, ESCAPE_JSON };

enum {
	MAX_BLOCKS = 100,     /* blocks within blocks, in one template */
	MAX_EXPRESSIONS = 64, /* brackets within brackets */
	MAX_RENDERS = 64,     /* partials within partials */
	/* blocks within blocks over all partials: keeps the C stack small */
	MAX_FRAMES = 600,
	MAX_REPORTS = 100,    /* faults told of in one parsing, and in one rendering */
	MAX_STEPS = 10000000, /* nodes, items of loops and filters in one rendering */
	MAX_TEXT = 64 << 20,  /* bytes written or made by filters in one rendering */
};

struct slice {
	const char *at;
	size_t len;
};

bool slice_is(struct slice s, const char *text);
bool slice_equal(struct slice a, struct slice b);
/* White space as C has it. NUL counts when stripping, as for Ruby. */
bool char_is_space(char c);
bool char_is_digit(char c);
struct slice slice_strip_left(struct slice s);
struct slice slice_strip_right(struct slice s);

/* --- the tree -------------------------------------------------------------------- */

/* A first name. It has a place in each frame of its template, found when parsing. */
struct variable {
	struct slice name;
	size_t slot;
	size_t counter; /* slot of `increment`, 0 when there is none */
	size_t offset;  /* where it is first used */
	bool is_used;
	bool is_set; /* assigned, captured, counted, or passed by a `render` */
};

enum expr_kind {
	EXPR_VALUE,
	EXPR_EMPTY,
	EXPR_BLANK,
	EXPR_LOOKUP,   /* variable.step[step] … */
	EXPR_INDIRECT, /* [first].step … : the name of the variable is a value */
	EXPR_RANGE,    /* (first..last) */
};

/*
 * The field that a step found last. It is all that rendering writes into a
 * template: any process may, whole or not at all, and what it finds there it
 * checks.
 */
typedef _Atomic(const struct value_field *) memo;

/* One step of a look-up: a name, or an expression in brackets. */
struct step {
	struct slice name;        /* .name, or ["name"] */
	const struct expr *index; /* [index]; NULL for a name */
	bool is_dotted;           /* only `.size .first .last` count, not `["size"]` */
	memo *found;              /* the field of the last object that it looked into */
	size_t offset;
};

struct expr {
	enum expr_kind kind;
	size_t offset;
	struct slice source; /* as written, without spaces at its ends */
	union {
		struct value value;
		struct {
			const struct variable *variable;
			const struct expr *first, *last;
			const struct step *steps;
			size_t n_steps;
		};
	};
};

enum html_rule {
	HTML_AS_TEXT, /* what the filter makes of HTML is no HTML */
	HTML_REFUSED, /* the filter would cut or change tags */
	HTML_MIXED,   /* text operands are escaped when one is HTML; HTML stays HTML */
};

struct render;

struct filter {
	const char *name;
	/* Receives `n` arguments, min <= n <= max. On a fault: reports, and returns nil.
	 */
	struct value (*apply)(struct render *r, struct value input,
	                      const struct value *args, size_t n);
	size_t min, max;
	enum html_rule html;
	bool takes_allow_false; /* `allow_false:` is argument number `max` */
};

enum { MAX_FILTER_ARGS = 3 };

struct filter_call {
	const struct filter *filter;
	size_t offset;
	const struct expr *args[MAX_FILTER_ARGS]; /* NULL: not given */
	size_t n_args;
};

/* expression | filter: argument, argument | … */
struct pipeline {
	const struct expr *expr; /* NULL: nothing was written */
	struct filter_call *calls;
	size_t n_calls, cap_calls;
};

enum operator{
	OP_NONE,
	OP_EQUAL,
	OP_DIFFERENT,
	OP_LESS,
	OP_GREATER,
	OP_AT_MOST,
	OP_AT_LEAST,
	OP_CONTAINS
};

enum relation { RELATION_LAST, RELATION_AND, RELATION_OR };

struct comparison {
	const struct expr *left, *right; /* right: NULL without operator */
	enum operator op;
	enum relation relation; /* to the next comparison */
};

struct condition {
	struct comparison *comparisons;
	size_t n, cap;
};

struct block {
	struct node *nodes;
	size_t n, cap;
	bool is_blank; /* writes nothing but white space */
};

/* One way of an `if`, `unless` or `case`. */
struct branch {
	struct condition condition; /* if, unless: no comparison for `else` */
	const struct expr *when;    /* case: NULL for `else` */
	struct block *block;
};

struct parameter {
	const struct variable *variable; /* of the partial */
	const struct expr *expr;
};

enum node_kind {
	NODE_TEXT,
	NODE_RAW,    /* text that white-space control leaves alone */
	NODE_OUTPUT, /* {{ … }} and echo */
	NODE_ASSIGN,
	NODE_CAPTURE,
	NODE_IF,
	NODE_UNLESS,
	NODE_CASE,
	NODE_FOR,
	NODE_BREAK,
	NODE_CONTINUE,
	NODE_CYCLE,
	NODE_COUNT, /* increment and decrement */
	NODE_RENDER,
	NODE_NOTHING, /* comment, and tags that could not be understood */
};

struct node_if {
	const struct expr *subject; /* case */
	struct branch *branches;
	size_t n, cap;
};

struct node_for {
	const struct variable *item, *forloop;
	const struct expr *list, *limit, *offset;
	bool continues; /* offset: continue */
	bool is_reversed;
	/* slot where loops of this name note how far they came; 0: nobody asks */
	size_t continuation;
	struct slice name; /* item-list */
	struct block block, otherwise;
};

struct node_cycle {
	const struct expr *group; /* NULL: the items' own text is the group */
	struct slice text;
	const struct expr **items;
	size_t n, cap;
};

struct node_render {
	const struct template *partial;
	struct slice name;
	struct parameter *parameters;
	size_t n, cap;
	const struct expr *with;         /* `with` or `for` */
	const struct variable *variable; /* of the partial: what `with` gives */
	const struct variable *forloop;  /* of the partial; NULL unless `for` */
};

struct node {
	enum node_kind kind;
	size_t offset;
	union {
		struct slice text;
		struct pipeline *output;
		struct {
			const struct variable *target;
			union {
				struct pipeline *assigned;
				struct block *captured;
				int64_t count; /* +1 or -1 */
			};
		};
		struct node_if *branches;
		struct node_for *loop;
		struct node_cycle *cycle;
		struct node_render *render;
	};
};

struct template
{
	struct arena *arena;
	const char *path;
	struct slice source;
	enum escaping escaping;
	/* globals and partials; NULL before parsing */
	const struct template_source *names;
	struct block block;
	struct map variables;     /* name -> struct variable */
	struct map continuations; /* name of a loop -> struct variable */
	struct variable **all_variables;
	size_t n_variables, cap_variables;
	size_t n_slots; /* of a frame; slot 0 is not used */
};

/* The variable of this name outside of loops, made when it is new. */
struct variable *template_variable(struct template *t, struct slice name);
/* What is reported: where in the source, and how many characters are underlined. */
struct template_fault {
	enum message message;
	size_t offset, width;
	const char *args[3];
};
void template_report(const struct template *t, struct diag *d,
                     struct template_fault fault);

/* --- rendering ------------------------------------------------------------------- */

enum slot_state { SLOT_FREE, SLOT_SET, SLOT_GLOBAL /* holds what the globals say */ };

struct slot {
	struct value value;
	enum slot_state state;
};

struct frame {
	struct frame *next; /* of those that are free */
	size_t cap;
	struct slot slots[];
};

enum interrupt { INTERRUPT_NONE, INTERRUPT_BREAK, INTERRUPT_CONTINUE };

/* What a partial has of its own. */
struct scope {
	const struct template *template;
	struct frame *frame;
	struct loop *loop; /* innermost `for` */
	struct cycle *cycles;
	struct value globals;
	enum escaping escaping;
};

struct render {
	struct arena *arena;
	struct buf *out;
	struct diag *diag;
	void *env;
	struct scope here;
	struct frame *free_frames;
	bool is_plain;   /* within a `capture` of a .json template */
	bool has_failed; /* the current node met a fault: it writes nothing */
	bool must_stop;
	enum interrupt interrupt;
	size_t offset; /* of what is being evaluated */
	size_t width;
	size_t n_steps, n_bytes;
	int n_renders, n_frames, n_reports;
};

void render_report(struct render *r, struct template_fault fault);
/* Reports a fault at what is being evaluated; the node writes nothing. Returns nil. */
struct value render_fault(struct render *r, enum message m, const char *a, const char *b);
/* Reports it, and ends the rendering. */
void render_stop(struct render *r, enum message m, const char *a);
/* Counts one step, or bytes of text; false when the limit is reached. */
bool render_step(struct render *r);
bool render_counts(struct render *r, size_t bytes);

/* --- expressions ----------------------------------------------------------------- */

/* Tokens are read from [at, end), within the source of the template. */
enum token_kind {
	TOKEN_END,
	TOKEN_NAME,
	TOKEN_STRING,
	TOKEN_INT,
	TOKEN_FLOAT,
	TOKEN_OPERATOR, /* == != <> < <= > >= contains */
	TOKEN_DOTS,     /* .. */
	TOKEN_SIGN,     /* one of | . : , [ ] ( ) ? - = */
	TOKEN_BAD,
};

struct loop_scope {
	struct loop_scope *outer;
	const struct variable *item, *forloop;
};

struct parser {
	struct template *t;
	struct diag *diag;
	const char *at; /* of the template: what is not parsed yet */
	const char *end;
	struct loop_scope *loops;
	bool trims_next; /* the last tag ended with a dash */
	bool is_lines;   /* within a `liquid` tag: a tag a line */
	int n_blocks, n_exprs, n_reports;
	/* Within a tag. */
	const char *next, *tag_end;
	enum token_kind token;
	struct slice text; /* of the token, quotes included */
	bool has_failed;   /* an error of this tag was reported */
	bool gave_up;      /* blocks too deep: the rest is not parsed */
};

void parser_open(struct parser *p, struct slice markup); /* reads its first token */
void parser_advance(struct parser *p);
bool parser_is_sign(const struct parser *p, char sign);
bool parser_is_name(const struct parser *p, const char *name);
bool parser_take_sign(struct parser *p, char sign);
bool parser_take_name(struct parser *p, const char *name);
/* Whether the token is a name and a colon follows. */
bool parser_is_key(const struct parser *p);
size_t parser_offset(const struct parser *p); /* of the token */
void parser_report(struct parser *p, struct template_fault fault);
/* Only the first fault of a tag is told. */
void parser_report_once(struct parser *p, struct template_fault fault);
/* Reports the token as unexpected, once a tag. */
void parser_refuse(struct parser *p);
/* All of these return NULL or false after reporting. */
const struct expr *parse_expression(struct parser *p);
struct pipeline *parse_pipeline(struct parser *p);
bool parse_condition(struct parser *p, struct condition *c);
void parse_end(struct parser *p); /* reports what is left over */

/* Both report nothing. A filter's row, or NULL. */
const struct filter *filter_find_row(struct slice name);
const char *filter_nearest(const char *name);

/* --- tags ------------------------------------------------------------------------ */

struct tag {
	struct slice name;
	struct slice markup; /* what follows the name, without spaces at its ends */
	size_t offset;       /* of the name */
};

/* Parses what follows into the block, to the end or to one of `ends` ("else|endif|"),
 * which is then in *tag. False, reported, when the end of the template came first. */
bool parse_block(struct parser *p, struct block *block, const char *ends, struct tag *tag,
                 const struct tag *opening);
/* The tag as a node added to the block; false when no tag has this name. */
bool parse_tag(struct parser *p, const struct tag *tag, struct block *block);
void parse_render(struct parser *p, const struct tag *tag, struct block *block);
/* Says how the tag is written, unless something was said of it already. */
void parser_refuse_form(struct parser *p, const struct tag *tag, const char *form);
/* A variable of the whole template that something sets. */
struct variable *template_set_variable(struct template *t, struct slice name);
void block_add(struct parser *p, struct block *block, struct node node);
/* Takes out the text of a block that is blank. */
void block_drop_text(struct block *block);
/* Both skip to the end tag; false, reported, when there is none. */
bool parse_raw(struct parser *p, const struct tag *opening, struct slice *raw);
bool parse_comment(struct parser *p, const struct tag *opening);
/* The tags of a `liquid` tag, a line each, as nodes of the block. */
void parse_lines(struct parser *p, struct slice lines, struct block *block);
const char *tag_nearest(const char *name);

/* --- values ---------------------------------------------------------------------- */

extern const struct value_type range_type, forloop_type;

struct loop {
	struct loop *outer;
	const struct node_for *node; /* NULL: `render for` */
	struct slice name;
	int64_t index, length;
};

struct range {
	int64_t first, last;
};

struct value eval_expr(struct render *r, const struct expr *e);
struct value eval_pipeline(struct render *r, const struct pipeline *p);
bool eval_condition(struct render *r, const struct condition *c);
/* Whether a value of `case` is one of `when`. */
bool eval_when(struct render *r, struct value subject, const struct expr *when);

const struct range *value_range(struct value v); /* NULL when it is none */
bool value_is_true(struct value v);
bool value_is_text(struct value v); /* text or HTML */
bool value_equal(struct value a, struct value b);
/* < 0, 0, > 0; false when these two have no order. */
bool value_order(struct value a, struct value b, int *order);
bool value_contains(struct render *r, struct value list, struct value item);
struct value value_pair(struct render *r, const struct value_entry *entry);
/* `v[key]` as filters see it: found (perhaps nil), of no use for such a key, or nothing
 * to look into. */
enum property { PROPERTY_FOUND, PROPERTY_WRONG, PROPERTY_NONE };
enum property value_property(struct render *r, struct value v, struct value key,
                             struct value *out);
/* A field of an object: nil and a fault when its type has no such field. */
struct value object_field(struct render *r, struct value object, struct slice name);
/* The same values text by text: two values are one for `uniq` when these bytes are equal.
 */
struct slice value_identity(struct render *r, struct value v);
/* What `size` says of it, and whether it has one. */
bool value_size(struct value v, int64_t *size);
struct value value_first(struct render *r, struct value v);
struct value value_last(struct value v);

/* As text: what a filter reads. Lists and maps look as Ruby prints them. */
struct slice value_as_text(struct render *r, struct value v);
/* As output, escaped for where it enters. Lists are written item after item. */
void value_write(struct render *r, struct buf *out, struct value v,
                 enum escaping escaping);
void value_write_number(struct buf *out, struct value v);
struct value text_from(struct render *r, const char *src, size_t len);
struct value value_from_buf(const struct buf *b);
/* An integer as Ruby's Integer() reads it; a fault otherwise. */
bool value_integer(struct render *r, struct value v, int64_t *out);

/* --- numbers --------------------------------------------------------------------- */

/* The number that a value stands for in arithmetic: an integer or a float. */
struct value number_of(struct value v);
enum arithmetic { ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO };
struct value number_apply(struct render *r, struct value a, enum arithmetic op,
                          struct value b);
int number_order(struct value a, struct value b);
enum rounding { ROUND_NEAREST, ROUND_UP, ROUND_DOWN };
struct value number_round(struct render *r, struct value v, enum rounding how,
                          int64_t digits);
struct value number_abs(struct render *r, struct value v);
/* Digits as Ruby's String#to_i reads them. */
int64_t text_to_integer(struct slice s);

/* --- dates ----------------------------------------------------------------------- */

struct moment {
	int64_t seconds; /* since 1970, UTC */
	int offset;      /* of its zone, in seconds east of UTC */
};

/* False when the text holds no full date. */
bool moment_parse(struct slice text, struct moment *out);
/* Writes it as strftime does; what is no directive stays as it is. False, and nothing is
 * written, when its year has not four digits. */
bool moment_write(struct buf *out, const struct moment *m, struct slice format);

#endif
