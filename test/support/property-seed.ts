import fc from 'fast-check';

/*
 * Properties are tried on the same random cases at every run, so that a red run is one that can be run again.
 * DESKSIDE_TEST_SEED looks elsewhere: a case that it finds belongs into the tests by name.
 */
fc.configureGlobal({ seed: Number(process.env['DESKSIDE_TEST_SEED'] ?? 20_261_123) });
