#pragma once

// MeCab: Japanese text cut into words.

#include <mecab.h>
