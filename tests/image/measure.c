/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* wait4 */
#include "measure.h"

#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cutline/image.h"

static double seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static int read_it(const char *path)
{
	struct cutline_image *image;
	enum cutline_status status = cutline_image_read(path, &image, NULL);

	cutline_image_free(image);
	return (int)status;
}

bool measure_read(const char *path, struct measured *out)
{
	struct rusage use;
	int status;
	pid_t child = fork();

	if (child < 0)
		return false;
	if (child == 0)
		_exit(read_it(path));
	if (wait4(child, &status, 0, &use) != child)
		return false;
	out->seconds = seconds(use.ru_utime) + seconds(use.ru_stime);
	out->mib = (double)use.ru_maxrss / 1024;
	out->died = !WIFEXITED(status);
	out->status = out->died ? CUTLINE_OK
				: (enum cutline_status)WEXITSTATUS(status);
	return true;
}

const char *measure_judge(const struct measured *m)
{
	if (m->died)
		return "the reader died";
	if (m->seconds > MEASURE_SECONDS)
		return "it took too long";
	return m->mib > MEASURE_MIB ? "it took too much memory" : NULL;
}
