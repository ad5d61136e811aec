#pragma once

#include <cstring>  // ctemplate's headers use strlen without saying where it comes from

#include <ctemplate/template_dictionary.h>
