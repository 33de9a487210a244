/* SPDX-License-Identifier: MIT */
/*
 * Learn a linear-chain conditional random field: crf TRAIN MODEL [TEST].
 *
 * TRAIN has a token a line, its signs and at the end its tag, all between
 * blanks; an empty line after each caption. MODEL gets the weights that are not
 * zero. With TEST the tags of its tokens are written to standard output: the
 * one given, the one found, its chance.
 *
 * Each caption is one step of FTRL-Proximal (McMahan et al., "Ad Click
 * Prediction: a View from the Trenches", KDD 2013): the L1 part keeps the
 * model small, every weight has its own rate. The order of captions is
 * shuffled with a fixed seed, so the same input gives the same model on one
 * machine. A development tool, run by train.py: it reads only what that wrote,
 * and stops when memory does.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TAGS_MAX 20
#define TOKENS_MAX 4000
#define SIGNS_MAX 400
#define EPOCHS 20
#define L1 0.3f
#define L2 1.0f
#define RATE 0.1f

struct caption {
	int count;
	int *tag;
	int **signs;
	int *sign_count;
};

/* The two numbers that FTRL keeps for each that is learned. */
struct behind {
	float z, n;
};

static char *tag_names[TAGS_MAX];
static int tags;
static char **sign_names;
static int sign_count, sign_room;
static int *table; /* hash of a name to its number + 1 */
static const unsigned table_size = 1u << 23;
/* A row of tags for each sign; and for each tag before the next. */
static float (*weights)[TAGS_MAX];
static struct behind (*behind)[TAGS_MAX];
static float steps[TAGS_MAX][TAGS_MAX];
static struct behind behind_steps[TAGS_MAX][TAGS_MAX];

/* Of one caption: the tokens' scores, the same as odds (the best is 1), the
 * chances of all ways up to a token and after it, each row adding up to 1, and
 * what the rows of forward added up to before. */
static float score[TOKENS_MAX][TAGS_MAX];
static float odds[TOKENS_MAX][TAGS_MAX];
static float step_odds[TAGS_MAX][TAGS_MAX];
static float forward[TOKENS_MAX][TAGS_MAX];
static float backward[TOKENS_MAX][TAGS_MAX];
static float scale[TOKENS_MAX];

static void *need(void *memory)
{
	if (!memory) {
		perror("crf");
		exit(1);
	}
	return memory;
}

static int tag_of(const char *name)
{
	for (int i = 0; i < tags; i++)
		if (strcmp(tag_names[i], name) == 0)
			return i;
	if (tags == TAGS_MAX)
		exit(1);
	tag_names[tags] = need(strdup(name));
	return tags++;
}

static int sign_of(const char *name, int add)
{
	unsigned at = 2166136261u;

	for (const char *c = name; *c; c++)
		at = (at ^ (unsigned char)*c) * 16777619u;
	for (at &= table_size - 1; table[at]; at = (at + 1) & (table_size - 1))
		if (strcmp(sign_names[table[at] - 1], name) == 0)
			return table[at] - 1;
	if (!add)
		return -1;
	if (sign_count == sign_room) {
		sign_room = sign_room ? sign_room * 2 : 4096;
		sign_names = need(realloc(sign_names,
					  (size_t)sign_room * sizeof(char *)));
	}
	sign_names[sign_count] = need(strdup(name));
	table[at] = sign_count + 1;
	return sign_count++;
}

static void add_token(struct caption *c, char *line, int add)
{
	static int signs[SIGNS_MAX];
	char *tag = strrchr(line, ' '), *rest = NULL;
	int n = 0, at = c->count;

	if (!tag || at == TOKENS_MAX)
		return;
	*tag++ = '\0';
	for (char *s = strtok_r(line, " ", &rest); s && n < SIGNS_MAX;
	     s = strtok_r(NULL, " ", &rest)) {
		signs[n] = sign_of(s, add);
		n += signs[n] >= 0;
	}
	if (at % 64 == 0) {
		size_t room = (size_t)at + 64;

		c->tag = need(realloc(c->tag, room * sizeof(int)));
		c->signs = need(realloc(c->signs, room * sizeof(int *)));
		c->sign_count =
			need(realloc(c->sign_count, room * sizeof(int)));
	}
	c->tag[at] = tag_of(tag);
	c->signs[at] = need(malloc((size_t)(n + 1) * sizeof(int)));
	memcpy(c->signs[at], signs, (size_t)n * sizeof(int));
	c->sign_count[at] = n;
	c->count++;
}

static struct caption *load(const char *path, int *count, int add)
{
	FILE *in = need(fopen(path, "r"));
	struct caption *all = NULL, now = { 0 };
	char *line = NULL;
	size_t room = 0;

	*count = 0;
	while (getline(&line, &room, in) > 0) {
		line[strcspn(line, "\n")] = '\0';
		if (*line) {
			add_token(&now, line, add);
			continue;
		}
		if (now.count == 0)
			continue;
		all = need(realloc(all, ((size_t)*count + 1) * sizeof(*all)));
		all[(*count)++] = now;
		memset(&now, 0, sizeof(now));
	}
	free(line);
	fclose(in);
	return all;
}

static void score_tokens(const struct caption *c)
{
	for (int i = 0; i < c->count; i++) {
		float best;

		memset(score[i], 0, sizeof(score[i]));
		for (int k = 0; k < c->sign_count[i]; k++)
			for (int y = 0; y < TAGS_MAX; y++)
				score[i][y] += weights[c->signs[i][k]][y];
		best = score[i][0];
		for (int y = 1; y < tags; y++)
			best = score[i][y] > best ? score[i][y] : best;
		for (int y = 0; y < tags; y++)
			odds[i][y] = expf(score[i][y] - best);
	}
	for (int x = 0; x < tags; x++)
		for (int y = 0; y < tags; y++)
			step_odds[x][y] = expf(steps[x][y]);
}

static float make_one(float *row)
{
	float sum = 0;

	for (int y = 0; y < tags; y++)
		sum += row[y];
	for (int y = 0; y < tags; y++)
		row[y] /= sum;
	return sum;
}

/* Fill the tables for one caption. */
static void sum_ways(const struct caption *c)
{
	score_tokens(c);
	for (int i = 0; i < c->count; i++) {
		for (int y = 0; y < TAGS_MAX; y++)
			forward[i][y] = i ? 0 : 1;
		for (int x = 0; i && x < tags; x++)
			for (int y = 0; y < TAGS_MAX; y++)
				forward[i][y] +=
					forward[i - 1][x] * step_odds[x][y];
		for (int y = 0; y < TAGS_MAX; y++)
			forward[i][y] *= odds[i][y];
		scale[i] = make_one(forward[i]);
	}
	for (int i = c->count - 1; i >= 0; i--) {
		float next[TAGS_MAX];

		for (int y = 0; i + 1 < c->count && y < tags; y++)
			next[y] = odds[i + 1][y] * backward[i + 1][y];
		for (int x = 0; x < tags; x++) {
			float sum = i + 1 == c->count;

			for (int y = 0; i + 1 < c->count && y < tags; y++)
				sum += step_odds[x][y] * next[y];
			backward[i][x] = sum;
		}
		if (i + 1 < c->count)
			for (int x = 0; x < tags; x++)
				backward[i][x] /= scale[i + 1];
	}
}

/* The chance of a tag; of one tag after another. */
static float chance(int i, int y)
{
	return forward[i][y] * backward[i][y];
}

static float chance_of_step(int i, int x, int y)
{
	return forward[i - 1][x] * step_odds[x][y] * odds[i][y] *
	       backward[i][y] / scale[i];
}

static void learn(float *w, struct behind *b, float gradient)
{
	float more = (sqrtf(b->n + gradient * gradient) - sqrtf(b->n)) / RATE;

	b->z += gradient - more * *w;
	b->n += gradient * gradient;
	*w = fabsf(b->z) <= L1 ? 0
			       : -(b->z - (b->z > 0 ? L1 : -L1)) /
					 ((1 + sqrtf(b->n)) / RATE + L2);
}

static void learn_caption(const struct caption *c)
{
	static float step[TAGS_MAX][TAGS_MAX];

	sum_ways(c);
	memset(step, 0, sizeof(step));
	for (int i = 1; i < c->count; i++) {
		for (int x = 0; x < tags; x++)
			for (int y = 0; y < tags; y++)
				step[x][y] += chance_of_step(i, x, y);
		step[c->tag[i - 1]][c->tag[i]] -= 1;
	}
	for (int i = 0; i < c->count; i++)
		for (int y = 0; y < tags; y++) {
			float g = chance(i, y) - (c->tag[i] == y);

			for (int k = 0;
			     fabsf(g) > 1e-4f && k < c->sign_count[i]; k++) {
				int s = c->signs[i][k];

				learn(&weights[s][y], &behind[s][y], g);
			}
		}
	for (int x = 0; x < tags; x++)
		for (int y = 0; y < tags; y++)
			if (step[x][y] != 0)
				learn(&steps[x][y], &behind_steps[x][y],
				      step[x][y]);
}

static void learn_all(const struct caption *all, int count)
{
	int *order = need(malloc((size_t)count * sizeof(int)));
	unsigned seed = 12345;

	for (int i = 0; i < count; i++)
		order[i] = i;
	for (int epoch = 0; epoch < EPOCHS; epoch++) {
		for (int i = count - 1; i > 0; i--) {
			int k, held = order[i];

			seed = seed * 1103515245u + 12345u;
			k = (int)((seed >> 8) % (unsigned)(i + 1));
			order[i] = order[k];
			order[k] = held;
		}
		for (int i = 0; i < count; i++)
			learn_caption(&all[order[i]]);
	}
	free(order);
}

static void save(const char *path)
{
	FILE *out = need(fopen(path, "w"));

	for (int x = 0; x < tags; x++)
		for (int y = 0; y < tags; y++)
			fprintf(out, "step %s %s %.4f\n", tag_names[x],
				tag_names[y], (double)steps[x][y]);
	for (int s = 0; s < sign_count; s++)
		for (int y = 0; y < tags; y++) {
			if (weights[s][y] != 0)
				fprintf(out, "sign %s %s %.4f\n", sign_names[s],
					tag_names[y], (double)weights[s][y]);
		}
	if (fclose(out))
		need(NULL);
}

/* Viterbi. */
static void test(const struct caption *c)
{
	static int from[TOKENS_MAX][TAGS_MAX], found[TOKENS_MAX];
	static float best[TOKENS_MAX][TAGS_MAX];
	int tag = 0;

	sum_ways(c);

	for (int i = 0; i < c->count; i++)
		for (int y = 0; y < tags; y++) {
			int x = 0;

			for (int k = 1; i && k < tags; k++)
				if (best[i - 1][k] + steps[k][y] >
				    best[i - 1][x] + steps[x][y])
					x = k;
			from[i][y] = x;
			best[i][y] = score[i][y] +
				     (i ? best[i - 1][x] + steps[x][y] : 0);
		}
	for (int y = 1; y < tags; y++)
		if (best[c->count - 1][y] > best[c->count - 1][tag])
			tag = y;
	for (int i = c->count - 1; i >= 0; i--) {
		found[i] = tag;
		tag = from[i][tag];
	}
	for (int i = 0; i < c->count; i++)
		printf("%s %s %.4f\n", tag_names[c->tag[i]],
		       tag_names[found[i]], (double)chance(i, found[i]));
	printf("\n");
}

int main(int argc, char **argv)
{
	struct caption *all;
	int count;

	if (argc < 3) {
		fputs("usage: crf TRAIN MODEL [TEST]\n", stderr);
		return 2;
	}
	table = need(calloc(table_size, sizeof(int)));
	tag_of("O");
	all = load(argv[1], &count, 1);
	weights = need(calloc((size_t)sign_count, sizeof(*weights)));
	behind = need(calloc((size_t)sign_count, sizeof(*behind)));
	learn_all(all, count);
	save(argv[2]);
	if (argc > 3) {
		all = load(argv[3], &count, 0);
		for (int i = 0; i < count; i++)
			test(&all[i]);
	}
	return 0;
}
