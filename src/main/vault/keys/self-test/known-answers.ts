/** Published answers for every primitive that Attune's keys use, each from its source. Bytes are hexadecimal. */

/** FIPS 180-4, as in NIST's example for SHA-256 of one block: the message "abc". */
export const sha256Answer = {
  message: '616263',
  digest: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
}

/** RFC 4231, test case 2: key "Jefe", data "what do ya want for nothing?". */
export const hmacAnswer = {
  key: '4a656665',
  data: '7768617420646f2079612077616e7420666f72206e6f7468696e673f',
  mac: '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
}

/** RFC 5869, appendix A.1: the basic test case with SHA-256. */
export const hkdfAnswer = {
  key: '0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b',
  salt: '000102030405060708090a0b0c',
  info: 'f0f1f2f3f4f5f6f7f8f9',
  output: '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
}

/** McGrew and Viega, "The Galois/Counter Mode of Operation (GCM)", appendix B, test case 16: AES-256 with data. */
export const gcmAnswer = {
  key: 'feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308',
  nonce: 'cafebabefacedbaddecaf888',
  plain:
    'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72' +
    '1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
  associated: 'feedfacedeadbeeffeedfacedeadbeefabaddad2',
  encrypted:
    '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa' +
    '8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662',
  tag: '76fc6ece0f4e1768cddf8853bb2d551b',
}

/**
 * The Argon2 reference implementation (P-H-C/phc-winner-argon2, `src/test.c`), Argon2id version 0x13, two passes over
 * 256 KiB, one lane: "password" with "somesalt". The vector of RFC 9106 itself uses associated data, which hash-wasm
 * does not support. The tests compare that vector with Node's own Argon2, and Node's with hash-wasm.
 */
export const argon2Answer = {
  password: '70617373776f7264',
  salt: '736f6d6573616c74',
  memoryKibibytes: 256,
  passes: 2,
  tag: '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe',
}
