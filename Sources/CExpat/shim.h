#pragma once

// libexpat: a streaming XML parser.

#include <expat.h>
