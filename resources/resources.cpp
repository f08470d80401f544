// SPDX-License-Identifier: GPL-3.0-or-later
// The library holds nothing but resources; a library needs a source.
