// SPDX-License-Identifier: GPL-3.0-or-later
// The library holds nothing but the compiled translations; a library needs a source.
