/* SPDX-License-Identifier: MIT */
#include "caption/tagger.h"

#include "base/alloc.h"
#include "caption/tagger_table.h"

/* Room for the sums over one caption, a row for each token. */
struct lattice {
	int32_t (*score)[CL_TAGS];  /* of the token alone */
	float (*odds)[CL_TAGS];     /* the same as odds, the best being 1 */
	float (*forward)[CL_TAGS];  /* chances of all ways up to the token */
	float (*backward)[CL_TAGS]; /* and of those after it */
	uint8_t (*from)[CL_TAGS];   /* the best tag before this one */
	uint8_t *tags;              /* the best way */
	uint32_t count;
};

static uint32_t value_of(const struct cl_seen *seen, uint32_t count, uint32_t i,
			 int at, unsigned sight)
{
	uint32_t k = i + (uint32_t)at;

	return k < count ? seen[k].number[sight] : 1;
}

static void add_row(uint32_t row, int32_t score[CL_TAGS])
{
	for (uint32_t k = cl_rows[row]; k < cl_rows[row + 1]; k++)
		score[cl_weights[k].tag] += cl_weights[k].weight;
}

/* A sight of bits: each bit set is a value. */
static void add_bits(const struct cl_template *t, uint32_t bits, uint32_t other,
		     int32_t score[CL_TAGS])
{
	while (bits) {
		uint32_t bit = (uint32_t)__builtin_ctz(bits);

		bits &= bits - 1;
		add_row(t->base + bit * t->values + other, score);
	}
}

static void add_template(const struct cl_template *t,
			 const struct cl_seen *seen, uint32_t count, uint32_t i,
			 int32_t score[CL_TAGS])
{
	uint32_t other = 0, k = i + (uint32_t)t->at;

	if (t->other != CL_SIGHTS)
		other = value_of(seen, count, i, t->other_at, t->other);
	if (t->sight < CL_SEE_NUMBERS)
		add_row(t->base +
				value_of(seen, count, i, t->at, t->sight) *
					t->values +
				other,
			score);
	else if (k < count)
		add_bits(t, seen[k].bits[t->sight - CL_SEE_NUMBERS], other,
			 score);
}

static void score_token(const struct lattice *l, const struct cl_seen *seen,
			uint32_t i)
{
	int32_t *score = l->score[i], best;

	for (int y = 0; y < CL_TAGS; y++)
		score[y] = cl_bias[y];
	for (size_t k = 0; k < cl_template_count; k++)
		add_template(&cl_templates[k], seen, l->count, i, score);
	best = score[0];
	for (int y = 1; y < CL_TAGS; y++)
		best = score[y] > best ? score[y] : best;
	for (int y = 0; y < CL_TAGS; y++) {
		int32_t less = best - score[y];

		l->odds[i][y] = less < CL_POWERS ? cl_powers[less] : 0;
	}
}

static void make_one(float row[CL_TAGS])
{
	float sum = 0;

	for (int y = 0; y < CL_TAGS; y++)
		sum += row[y];
	for (int y = 0; y < CL_TAGS; y++)
		row[y] /= sum;
}

static void go_forward(const struct lattice *l)
{
	for (uint32_t i = 0; i < l->count; i++) {
		float *now = l->forward[i];

		for (int y = 0; y < CL_TAGS; y++)
			now[y] = i ? 0 : 1;
		for (int x = 0; i && x < CL_TAGS; x++)
			for (int y = 0; y < CL_TAGS; y++)
				now[y] += l->forward[i - 1][x] *
					  cl_transition_odds[x][y];
		for (int y = 0; y < CL_TAGS; y++)
			now[y] *= l->odds[i][y];
		make_one(now);
	}
}

/* The odds are turned round, so that the inner loop is of neighbours and can be
 * done some at a time. */
static void go_backward(const struct lattice *l)
{
	float back[CL_TAGS][CL_TAGS];

	for (int x = 0; x < CL_TAGS; x++)
		for (int y = 0; y < CL_TAGS; y++)
			back[y][x] = cl_transition_odds[x][y];
	for (uint32_t i = l->count; i-- > 0;) {
		float *now = l->backward[i], next[CL_TAGS];

		if (i + 1 == l->count) {
			for (int x = 0; x < CL_TAGS; x++)
				now[x] = 1;
			continue;
		}
		for (int y = 0; y < CL_TAGS; y++)
			next[y] = l->odds[i + 1][y] * l->backward[i + 1][y];
		for (int x = 0; x < CL_TAGS; x++)
			now[x] = 0;
		for (int y = 0; y < CL_TAGS; y++)
			for (int x = 0; x < CL_TAGS; x++)
				now[x] += back[y][x] * next[y];
		make_one(now);
	}
}

/* The chance that the token has the tag. */
static float chance(const struct lattice *l, uint32_t i, int tag)
{
	float sum = 0;

	for (int y = 0; y < CL_TAGS; y++)
		sum += l->forward[i][y] * l->backward[i][y];
	return sum > 0 ? l->forward[i][tag] * l->backward[i][tag] / sum : 0;
}

/* The best way to each tag of a token from those before it, and which it comes
 * from; tag by tag, so that all ways from one can be compared at a time. */
static void extend(const int32_t last[CL_TAGS], int32_t best[CL_TAGS],
		   uint8_t from[CL_TAGS])
{
	int32_t tag[CL_TAGS] = { 0 };

	for (int y = 0; y < CL_TAGS; y++)
		best[y] = last[0] + cl_transitions[0][y];
	for (int x = 1; x < CL_TAGS; x++)
		for (int y = 0; y < CL_TAGS; y++) {
			int32_t sum = last[x] + cl_transitions[x][y];
			bool more = sum > best[y];

			best[y] = more ? sum : best[y];
			tag[y] = more ? x : tag[y];
		}
	for (int y = 0; y < CL_TAGS; y++)
		from[y] = (uint8_t)tag[y];
}

/* The best tags together (Viterbi). */
static void choose(const struct lattice *l)
{
	int32_t last[CL_TAGS], now[CL_TAGS];
	int tag = 0;

	memcpy(last, l->score[0], sizeof(last));
	for (uint32_t i = 1; i < l->count; i++) {
		int32_t least = INT32_MAX;

		extend(last, now, l->from[i]);
		for (int y = 0; y < CL_TAGS; y++) {
			now[y] += l->score[i][y];
			least = now[y] < least ? now[y] : least;
		}
		for (int y = 0; y < CL_TAGS; y++)
			last[y] = now[y] - least; /* no overflow however long */
	}
	for (int y = 1; y < CL_TAGS; y++)
		tag = last[y] > last[tag] ? y : tag;
	for (uint32_t i = l->count; i-- > 0;) {
		l->tags[i] = (uint8_t)tag;
		tag = l->from[i][tag];
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
		t->sure = chance(l, i, l->tags[i]);
		t->to = i + 1;
		while (t->to < l->count && l->tags[t->to] == l->tags[i] + 1) {
			float c = chance(l, t->to, l->tags[t->to]);

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
	size_t row = sizeof(*l->score) + sizeof(*l->odds) +
		     sizeof(*l->forward) + sizeof(*l->backward) +
		     sizeof(*l->from) + sizeof(*l->tags);
	char *at = cl_alloc(l->count * row);

	*block = at;
	if (!at)
		return false;
	l->score = (void *)at;
	l->odds = (void *)(l->score + l->count);
	l->forward = l->odds + l->count;
	l->backward = l->forward + l->count;
	l->from = (void *)(l->backward + l->count);
	l->tags = (uint8_t *)(l->from + l->count);
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
			score_token(&l, seen, i);
		go_forward(&l);
		go_backward(&l);
		choose(&l);
		out = collect(p, &l, found);
	}
	cl_free(block);
	if (!out)
		p->failed = true;
	return out;
}
