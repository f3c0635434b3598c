#pragma once

// libhyperscan, or libvectorscan on ARM: many patterns over a text in one pass of linear time.

#include <hs/hs.h>
