/* SPDX-License-Identifier: MIT */
#include <stdint.h>
#include <string.h>

#include "catalog/json_tree.h"
#include "catalog/record.h"

struct list {
	const char *const *items;
	size_t count;
};

/* An array of strings; an element that is none becomes NULL where `gaps` may
 * be, else an empty string. False when memory fails. */
static bool read_list(struct cl_arena *arena, const struct cl_node *node,
		      bool gaps, struct list *list)
{
	const char **items;
	size_t i = 0;

	*list = (struct list){ 0 };
	if (!node || node->type != CL_NODE_ARRAY || node->count == 0)
		return true;
	items = cl_arena_array(arena, node->count, sizeof(*items));
	if (!items)
		return false;
	for (const struct cl_node *n = node->first; n; n = n->next, i++) {
		items[i] = cl_node_text(n);
		if (!items[i] && !gaps)
			items[i] = "";
	}
	*list = (struct list){ items, node->count };
	return true;
}

static bool read_field(struct cl_arena *arena, const struct cl_node *node,
		       struct cutline_photo_field *field)
{
	struct list items;
	struct list notes;

	if (!read_list(arena, cl_node_get(node, "items"), false, &items) ||
	    !read_list(arena, cl_node_get(node, "notes"), true, &notes))
		return false;
	field->items = items.items;
	field->count = items.count;
	field->notes = notes.count == items.count ? notes.items : NULL;
	field->origin = cl_node_text(cl_node_get(node, "origin"));
	return true;
}

static bool find_field(const char *name, enum cutline_field *field)
{
	return name && cutline_field_find(name, strlen(name), field);
}

static bool read_fields(struct cl_arena *arena, const struct cl_node *node,
			struct cutline_photo *photo)
{
	enum cutline_field field;

	if (!node || node->type != CL_NODE_OBJECT)
		return true;
	for (node = node->first; node; node = node->next)
		if (find_field(node->key, &field) &&
		    !read_field(arena, node, &photo->fields[field]))
			return false;
	return true;
}

static enum cutline_role role_of(const char *name)
{
	for (int i = CUTLINE_ROLE_CREATOR; i < CUTLINE_ROLE_REFERENCE; i++)
		if (name &&
		    strcmp(name, cutline_role_name((enum cutline_role)i)) == 0)
			return (enum cutline_role)i;
	return CUTLINE_ROLE_REFERENCE;
}

static bool read_credit(struct cl_arena *arena, const struct cl_node *node,
			struct cutline_credit *credit)
{
	const struct cl_node *list = cl_node_get(node, "parts");
	struct cutline_credit_part *parts;
	size_t count = 0;

	credit->line = cl_node_text(cl_node_get(node, "line"));
	if (!list || list->type != CL_NODE_ARRAY || list->count == 0)
		return true;
	parts = cl_arena_array(arena, list->count, sizeof(*parts));
	if (!parts)
		return false;
	for (const struct cl_node *n = list->first; n; n = n->next) {
		if (n->type != CL_NODE_ARRAY || n->count != 2 ||
		    !cl_node_text(n->first->next))
			continue;
		parts[count].role = role_of(cl_node_text(n->first));
		parts[count++].name = cl_node_text(n->first->next);
	}
	credit->parts = count > 0 ? parts : NULL;
	credit->count = count;
	return true;
}

static void read_time(const struct cl_node *node, struct cutline_photo *photo)
{
	const char *date = cl_node_text(cl_node_get(node, "date"));
	const char *captured = cl_node_text(cl_node_get(node, "captured"));

	if (date && cutline_date_parse(date, strlen(date), &photo->date,
				       NULL) != CUTLINE_OK)
		photo->date = (struct cutline_date){ 0 };
	if (captured &&
	    !cutline_moment_read(captured, strlen(captured), &photo->captured))
		photo->captured = (struct cutline_moment){ 0 };
}

static void read_gps(const struct cl_node *node, struct cutline_photo *photo)
{
	if (!node || node->type != CL_NODE_ARRAY || node->count != 2)
		return;
	photo->has_gps = true;
	photo->latitude = cl_node_real(node->first);
	photo->longitude = cl_node_real(node->first->next);
}

static void read_conflicts(const struct cl_node *node,
			   struct cutline_photo *photo)
{
	enum cutline_field field;

	if (!node || node->type != CL_NODE_ARRAY)
		return;
	for (node = node->first; node; node = node->next)
		if (find_field(cl_node_text(node), &field))
			photo->conflict[field] = true;
}

static uint32_t read_u32(const struct cl_node *node)
{
	int64_t n = cl_node_int(node);

	return n < 0 || n > UINT32_MAX ? 0 : (uint32_t)n;
}

static enum cutline_status read_tree(struct cl_arena *arena, struct cl_str text,
				     struct cl_node **root)
{
	enum cutline_status status = cl_json_tree_read(arena, text, root);

	return status == CUTLINE_FORMAT ? CUTLINE_DAMAGED : status;
}

enum cutline_status cl_record_read(struct cutline_photo *photo,
				   struct cl_arena *arena, struct cl_str chosen)
{
	struct cl_node *root;
	struct list warnings;
	enum cutline_status status = read_tree(arena, chosen, &root);

	if (status != CUTLINE_OK)
		return status;
	photo->type = cl_node_text(cl_node_get(root, "type"));
	photo->width = read_u32(cl_node_get(root, "width"));
	photo->height = read_u32(cl_node_get(root, "height"));
	photo->orientation = read_u32(cl_node_get(root, "orientation"));
	read_time(root, photo);
	read_gps(cl_node_get(root, "gps"), photo);
	read_conflicts(cl_node_get(root, "conflicts"), photo);
	if (!read_fields(arena, cl_node_get(root, "fields"), photo) ||
	    !read_credit(arena, cl_node_get(root, "credit"), &photo->credit) ||
	    !read_list(arena, cl_node_get(root, "warnings"), false, &warnings))
		return CUTLINE_NOMEM;
	photo->warnings = warnings.items;
	photo->warning_count = warnings.count;
	return CUTLINE_OK;
}

/* The items of a value: its own, an earlier one's, or those chosen. */
static bool read_items(struct cl_arena *arena, const struct cl_node *node,
		       const struct cl_record_values *values,
		       const struct cutline_photo *photo,
		       struct cutline_photo_value *value)
{
	const struct cl_node *own = cl_node_get(node, "items");
	const struct cl_node *like = cl_node_get(node, "like");
	int64_t earlier = cl_node_int(like);
	struct list list = { 0 };

	if (own) {
		if (!read_list(arena, own, false, &list))
			return false;
	} else if (like) {
		if (earlier >= 0 && (uint64_t)earlier < values->count)
			list = (struct list){ values->items[earlier].items,
					      values->items[earlier].count };
	} else {
		list = (struct list){ photo->fields[value->field].items,
				      photo->fields[value->field].count };
	}
	value->items = list.items;
	value->count = list.count;
	return true;
}

/* NONE for a name that a later version of the program wrote. */
static enum cutline_difference read_difference(const struct cl_node *node)
{
	const char *name = node ? cl_node_text(node) : NULL;

	for (unsigned i = 0; name && i <= CUTLINE_DIFFERENCE_REAL; i++)
		if (strcmp(name, cutline_difference_name(
					 (enum cutline_difference)i)) == 0)
			return (enum cutline_difference)i;
	return CUTLINE_DIFFERENCE_NONE;
}

static bool read_value(struct cl_arena *arena, const struct cl_node *node,
		       const struct cl_record_values *values,
		       const struct cutline_photo *photo,
		       struct cutline_photo_value *value)
{
	const struct cl_node *chosen = cl_node_get(node, "chosen");
	const struct cl_node *inferred = cl_node_get(node, "inferred");
	const struct cl_node *confidence = cl_node_get(node, "confidence");
	struct list read;

	if (!read_items(arena, node, values, photo, value) ||
	    !read_list(arena, cl_node_get(node, "read"), false, &read))
		return false;
	value->read = read.items;
	value->read_count = read.count;
	value->span.start = read_u32(cl_node_get(node, "start"));
	value->span.end = read_u32(cl_node_get(node, "end"));
	value->confidence = confidence ? cl_node_real(confidence) : 1;
	value->chosen = chosen && chosen->type == CL_NODE_TRUE;
	value->inferred = inferred && inferred->type == CL_NODE_TRUE;
	value->difference = read_difference(cl_node_get(node, "differs"));
	return true;
}

enum cutline_status
cl_record_read_sources(struct cl_record_values *values, struct cl_arena *arena,
		       struct cl_str sources, const struct cutline_photo *photo,
		       const struct cl_record_lookup *lookup)
{
	struct cl_node *root;
	enum cutline_status status = read_tree(arena, sources, &root);

	*values = (struct cl_record_values){ 0 };
	if (status != CUTLINE_OK || root->type != CL_NODE_ARRAY ||
	    root->count == 0)
		return status;
	values->items =
		cl_arena_array(arena, root->count, sizeof(*values->items));
	if (!values->items)
		return CUTLINE_NOMEM;
	for (const struct cl_node *n = root->first; n; n = n->next) {
		struct cutline_photo_value *v = &values->items[values->count];

		if (!lookup->call(lookup->context,
				  cl_node_int(cl_node_get(n, "s")), arena, v))
			return CUTLINE_DAMAGED;
		if (!read_value(arena, n, values, photo, v))
			return CUTLINE_NOMEM;
		values->count++;
	}
	return CUTLINE_OK;
}
