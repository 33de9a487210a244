/* SPDX-License-Identifier: MIT */
#include "caption/tagger.h"

#include "base/alloc.h"
#include "caption/tagger_table.h"

/* Room for the sums over one caption, a row for each token; lanes as in
 * tagger_table.h. */
struct lattice {
	float (*forward)[CL_LANES +
			 1];         /* chances of all ways up to the token */
	float (*odds)[CL_LANES + 1]; /* of the token alone, the best being 1 */
	int16_t (*score)[CL_LANES];  /* of the token alone */
	int16_t (*way)[CL_LANES];    /* of the best way up to each tag ... */
	int16_t *lift;               /* ... less that to nothing, which is this
				      * above the token before */
	float *chance;               /* of the tag chosen, unless nothing */
	uint8_t *tags;               /* the best way of all */
	uint32_t count;
};

static unsigned lane_of(unsigned tag)
{
	if (tag == 0)
		return CL_NOTHING;
	return tag & 1 ? tag / 2 : CL_TAG_KINDS + tag / 2 - 1;
}

static int16_t more(int a, int b)
{
	return (int16_t)(a > b ? a : b);
}

static void weigh(const struct lattice *l, const struct cl_seen *seen,
		  uint32_t i)
{
	int16_t less[CL_LANES], best = 0;
	const int16_t *score = l->score[i];

	cl_weigh(&seen[i], l->score[i]);
	for (int y = 0; y < CL_LANES; y++)
		best = more(best, score[y]);
	for (int y = 0; y < CL_LANES; y++) {
		less[y] = (int16_t)(best - score[y]);
		less[y] = less[y] < CL_POWERS ? less[y] : CL_POWERS;
	}
	for (int y = 0; y < CL_LANES; y++)
		l->odds[i][y] = cl_powers[less[y]];
	l->odds[i][CL_NOTHING] = cl_powers[best < CL_POWERS ? best : CL_POWERS];
}

/* The best tags together (Viterbi). */

/* The best way to each tag by those to the tags before. */
static void extend(const int16_t last[CL_LANES], const int16_t score[CL_LANES],
		   int16_t now[restrict CL_LANES], int16_t *lift)
{
	int16_t begin[CL_TAG_KINDS], on[CL_TAG_KINDS];
	int16_t outs[CL_TAG_KINDS], out = cl_steps.out[CL_NOTHING];

	memcpy(begin, cl_steps.begin[CL_NOTHING], sizeof(begin));
	for (int x = 0; x < CL_LANES; x++)
		for (int k = 0; k < CL_TAG_KINDS; k++)
			begin[k] =
				more(begin[k],
				     (int16_t)(last[x] + cl_steps.begin[x][k]));
	for (int k = 0; k < CL_TAG_KINDS; k++) {
		int in = CL_TAG_KINDS + k;

		outs[k] = more((int16_t)(last[k] + cl_steps.out[k]),
			       (int16_t)(last[in] + cl_steps.out[in]));
		on[k] = more((int16_t)(last[k] + cl_steps.on[k]),
			     (int16_t)(last[in] + cl_steps.on[in]));
	}
	for (int k = 0; k < CL_TAG_KINDS; k++)
		out = more(out, outs[k]);
	for (int k = 0; k < CL_TAG_KINDS; k++) {
		now[k] = (int16_t)(begin[k] + score[k] - out);
		now[CL_TAG_KINDS + k] =
			(int16_t)(on[k] + score[CL_TAG_KINDS + k] - out);
	}
	*lift = out;
}

static int way_to(const struct lattice *l, uint32_t i, unsigned lane)
{
	return lane == CL_NOTHING ? 0 : l->way[i][lane];
}

/* The tag before this one on the best way to it: the first whose way, with the
 * step, is as good as what that way was without its token. */
static unsigned tag_before(const struct lattice *l, uint32_t i, unsigned tag)
{
	unsigned lane = lane_of(tag), kind = lane % CL_TAG_KINDS, before = 0;
	int reach = l->lift[i] + way_to(l, i, lane);

	if (lane != CL_NOTHING)
		reach -= l->score[i][lane];
	if (lane != CL_NOTHING && lane >= CL_TAG_KINDS)
		return tag - (l->way[i - 1][kind] + cl_steps.on[kind] == reach);
	for (; before < CL_TAGS - 1; before++) {
		unsigned x = lane_of(before);
		int step = lane == CL_NOTHING ? cl_steps.out[x]
					      : cl_steps.begin[x][kind];

		if (way_to(l, i - 1, x) + step == reach)
			break;
	}
	return before;
}

/* Lower than any score of a token; see SCORE_MAX in mktagger.py. */
#define NO_WAY (-8000)

static void choose(const struct lattice *l)
{
	uint32_t last = l->count - 1;
	unsigned tag = 0;

	memcpy(l->way[0], l->score[0], sizeof(*l->way));
	for (int lane = CL_TAG_KINDS; lane < CL_LANES; lane++)
		l->way[0][lane] = NO_WAY; /* nothing goes on there */
	for (uint32_t i = 1; i < l->count; i++)
		extend(l->way[i - 1], l->score[i], l->way[i], &l->lift[i]);
	for (unsigned y = 1; y < CL_TAGS; y++)
		if (way_to(l, last, lane_of(y)) > way_to(l, last, lane_of(tag)))
			tag = y;
	for (uint32_t i = last;; i--) {
		l->tags[i] = (uint8_t)tag;
		if (i == 0)
			break;
		tag = tag_before(l, i, tag);
	}
}

/* How sure: the chances of all ways through a tag (forward and backward). */

/* Make the sum 1. Four sums at a time, in an order that is always the same. */
static void make_one(float row[CL_LANES + 1])
{
	float part[4] = { 0 }, sum;

	for (int y = 0; y < CL_LANES; y += 4)
		for (int k = 0; k < 4; k++)
			part[k] += row[y + k];
	sum = part[0] + part[1] + (part[2] + part[3]) + row[CL_NOTHING];
	sum = sum > 0 ? 1 / sum : 0;
	for (int y = 0; y <= CL_LANES; y++)
		row[y] *= sum;
}

static float dot(const float a[CL_LANES], const float b[CL_LANES])
{
	float part[4] = { 0 };

	for (int y = 0; y < CL_LANES; y += 4)
		for (int k = 0; k < 4; k++)
			part[k] += a[y + k] * b[y + k];
	return part[0] + part[1] + (part[2] + part[3]);
}

/* Chances of beginnings by those of the tags before, in registers of four:
 * compilers do not see how to. */

typedef float four __attribute__((vector_size(16)));

static void begin_after(const float last[CL_LANES + 1],
			float begin[CL_TAG_KINDS])
{
	four sum[2] = { { 0 } }, row[2];

	for (int x = 0; x <= CL_LANES; x++) {
		memcpy(row, cl_step_odds.begin[x], sizeof(row));
		sum[0] += last[x] * row[0];
		sum[1] += last[x] * row[1];
	}
	memcpy(begin, sum, sizeof(sum));
}

static void go_forward(const float last[CL_LANES + 1],
		       const float odds[CL_LANES + 1],
		       float now[restrict CL_LANES + 1])
{
	const struct cl_step_odds *step = &cl_step_odds;
	float begin[CL_TAG_KINDS];

	begin_after(last, begin);
	for (int k = 0; k < CL_TAG_KINDS; k++) {
		int in = CL_TAG_KINDS + k;

		now[k] = begin[k] * odds[k];
		now[in] = (last[k] * step->on[k] + last[in] * step->on[in]) *
			  odds[in];
	}
	now[CL_NOTHING] = (dot(last, step->out) +
			   last[CL_NOTHING] * step->out[CL_NOTHING]) *
			  odds[CL_NOTHING];
	make_one(now);
}

/* The chances of all ways after a token, by those after the next. */
static void go_backward(const float odds[CL_LANES + 1], float row[CL_LANES + 1])
{
	const struct cl_step_odds *step = &cl_step_odds;
	float next[CL_LANES + 1];

	for (int y = 0; y <= CL_LANES; y++)
		next[y] = row[y] * odds[y];
	for (int x = 0; x <= CL_LANES; x++)
		row[x] = next[CL_NOTHING] * step->out[x];
	for (int x = 0; x < CL_LANES; x++)
		row[x] += next[CL_TAG_KINDS + x % CL_TAG_KINDS] * step->on[x];
	for (int k = 0; k < CL_TAG_KINDS; k++)
		for (int x = 0; x <= CL_LANES; x++)
			row[x] += next[k] * step->back[k][x];
	make_one(row);
}

/* The share of the ways through a tag in all. */
static float share(const float forward[CL_LANES + 1],
		   const float backward[CL_LANES + 1], unsigned lane)
{
	float sum = dot(forward, backward) +
		    forward[CL_NOTHING] * backward[CL_NOTHING];

	return sum > 0 ? forward[lane] * backward[lane] / sum : 0;
}

/* The chance of the chosen tag of each token that has one. */
static void measure(const struct lattice *l)
{
	float row[CL_LANES + 1];
	uint32_t from = 0, to = l->count;

	while (from < to && !l->tags[from])
		from++;
	while (to > from && !l->tags[to - 1])
		to--;
	if (from == to)
		return;
	memcpy(l->forward[0], l->odds[0], sizeof(*l->forward));
	make_one(l->forward[0]);
	for (uint32_t i = 1; i < to; i++)
		go_forward(l->forward[i - 1], l->odds[i], l->forward[i]);
	for (int y = 0; y <= CL_LANES; y++)
		row[y] = 1;
	for (uint32_t i = l->count; i-- > from;) {
		if (i + 1 < l->count)
			go_backward(l->odds[i + 1], row);
		if (i < to && l->tags[i])
			l->chance[i] =
				share(l->forward[i], row, lane_of(l->tags[i]));
	}
}

/* What the least chance of a value's tags has turned out to be worth: straight
 * lines through the middles of the bins. */
static float worth(enum cl_tag_kind kind, float least)
{
	const float *share = cl_chances[kind];
	size_t bins = cl_knot_count - 1, k = 0;
	float middle, next, part;

	while (k < bins && least > (cl_knots[k] + cl_knots[k + 1]) / 2)
		k++;
	if (k == 0 || k == bins)
		return share[k ? bins - 1 : 0];
	middle = (cl_knots[k - 1] + cl_knots[k]) / 2;
	next = (cl_knots[k] + cl_knots[k + 1]) / 2;
	part = (least - middle) / (next - middle);
	return share[k - 1] + part * (share[k] - share[k - 1]);
}

static bool begins(int tag)
{
	return tag & 1;
}

static struct cl_tagged *collect(struct cl_parse *p, const struct lattice *l,
				 size_t *found)
{
	struct cl_tagged *out;
	size_t count = 0;

	for (uint32_t i = 0; i < l->count; i++)
		count += begins(l->tags[i]);
	out = cl_arena_array(p->arena, count + 1, sizeof(*out));
	*found = 0;
	for (uint32_t i = 0; out && i < l->count; i++) {
		struct cl_tagged *t = &out[*found];

		if (!begins(l->tags[i]))
			continue;
		t->kind = (enum cl_tag_kind)((l->tags[i] - 1) / 2);
		t->from = i;
		t->sure = l->chance[i];
		t->to = i + 1;
		while (t->to < l->count && l->tags[t->to] == l->tags[i] + 1) {
			float c = l->chance[t->to];

			t->sure = c < t->sure ? c : t->sure;
			t->to++;
		}
		t->sure = worth(t->kind, t->sure);
		(*found)++;
	}
	return out;
}

static bool make_room(struct lattice *l, void **block)
{
	size_t row = sizeof(*l->forward) + sizeof(*l->odds) +
		     sizeof(*l->chance) + sizeof(*l->score) + sizeof(*l->way) +
		     sizeof(*l->lift) + sizeof(*l->tags);
	char *at = cl_alloc(l->count * row);

	*block = at;
	if (!at)
		return false;
	l->forward = (void *)at;
	l->odds = l->forward + l->count;
	l->chance = (float *)(l->odds + l->count);
	l->score = (void *)(l->chance + l->count);
	l->way = l->score + l->count;
	l->lift = (int16_t *)(l->way + l->count);
	l->tags = (uint8_t *)(l->lift + l->count);
	return true;
}

struct cl_tagged *cl_tag(struct cl_parse *p, const struct cl_seen *seen,
			 uint32_t count, size_t *found)
{
	struct lattice l = { .count = count };
	struct cl_tagged *out = NULL;
	void *block = NULL;

	*found = 0;
	if (make_room(&l, &block)) {
		for (uint32_t i = 0; i < count; i++)
			weigh(&l, seen, i);
		choose(&l);
		measure(&l);
		out = collect(p, &l, found);
	}
	cl_free(block);
	if (!out)
		p->failed = true;
	return out;
}
