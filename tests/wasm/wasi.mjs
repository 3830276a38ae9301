// A small machine for the program as WebAssembly: what it asks of WASI (preview 1), answered by files of
// this machine. Node has one of its own (node:wasi), which ends the whole process on some listings.

import fs from 'node:fs';
import path from 'node:path';

const ERRNO = { EACCES: 2, EBADF: 8, EEXIST: 20, EFBIG: 22, EINVAL: 28, EIO: 29, EISDIR: 31, ELOOP: 32, ENAMETOOLONG: 37,
  ENOENT: 44, ENOSPC: 51, ENOTDIR: 54, ENOTEMPTY: 55, EPERM: 63, EROFS: 69 };
const CREATE = 1, EXCLUSIVE = 4, TRUNCATE = 8, IS_FOLDER = 2; // oflags
const MAY_READ = 1n << 1n, MAY_WRITE = 1n << 6n; // rights
const ROOT = 3; // the only folder that is open at the start: all paths begin there

class Exit extends Error {
  constructor(status) { super(); this.status = status; }
}

function fault(code) {
  return Object.assign(new Error(code), { code });
}

function typeOf(stat) {
  return stat.isDirectory() ? 3 : stat.isFile() ? 4 : stat.isSymbolicLink() ? 7 : 0;
}

class Machine {
  constructor(words, mounts) {
    this.words = words.map((word) => Buffer.from(`${word}\0`));
    this.mounts = Object.entries(mounts).sort(([a], [b]) => b.length - a.length); // the longest first
    this.files = new Map([[1, { printed: [] }], [2, { printed: [] }], [ROOT, { folder: '/' }]]);
  }

  get view() { return new DataView(this.memory.buffer); }
  bytes(at, length) { return new Uint8Array(this.memory.buffer, at, length); }
  text(at, length) { return Buffer.from(this.bytes(at, length)).toString(); }

  // The file here that a path of the program means.
  place(folder, at, length) {
    const name = path.posix.resolve(this.open(folder).folder, this.text(at, length));
    const [mount, here] = this.mounts.find(([mount]) => name === mount || name.startsWith(mount.replace(/\/?$/, '/')));
    return { name, here: path.join(here, path.relative(mount, name)) };
  }

  open(number) {
    if (!this.files.has(number)) throw fault('EBADF');
    return this.files.get(number);
  }

  writeStat(stat, at) {
    const view = this.view;
    [stat.dev, stat.ino].forEach((number, i) => view.setBigUint64(at + 8 * i, number, true));
    view.setUint8(at + 16, typeOf(stat));
    [stat.nlink, stat.size, stat.atimeNs, stat.mtimeNs, stat.ctimeNs]
      .forEach((number, i) => view.setBigUint64(at + 24 + 8 * i, number, true));
  }

  // The pieces of memory that a list of them names.
  pieces(list, n) {
    const view = this.view;
    return Array.from({ length: n }, (_, i) =>
      this.bytes(view.getUint32(list + 8 * i, true), view.getUint32(list + 8 * i + 4, true)));
  }

  args_sizes_get(n, size) {
    this.view.setUint32(n, this.words.length, true);
    this.view.setUint32(size, this.words.reduce((sum, word) => sum + word.length, 0), true);
  }

  args_get(list, at) {
    this.words.forEach((word, i) => {
      this.view.setUint32(list + 4 * i, at, true);
      this.bytes(at, word.length).set(word);
      at += word.length;
    });
  }

  environ_sizes_get(n, size) { this.view.setUint32(n, 0, true); this.view.setUint32(size, 0, true); }
  environ_get() {}
  clock_time_get(clock, precision, out) { this.view.setBigUint64(out, process.hrtime.bigint(), true); }
  proc_exit(status) { throw new Exit(status); }

  fd_prestat_get(number, out) {
    if (number !== ROOT) throw fault('EBADF');
    this.view.setUint32(out, 0, true);
    this.view.setUint32(out + 4, 1, true);
  }

  fd_prestat_dir_name(number, at) { this.bytes(at, 1)[0] = '/'.charCodeAt(0); }

  fd_fdstat_get(number, out) {
    const file = this.open(number);
    this.bytes(out, 24).fill(0xff); // all rights
    this.view.setUint16(out, file.printed ? 0 : file.folder ? 3 : 4, true);
    this.view.setUint16(out + 2, 0, true);
  }

  fd_fdstat_set_flags() {}
  fd_sync() {} // nothing here outlives the machine

  fd_filestat_get(number, out) {
    const file = this.open(number);
    this.writeStat(file.folder ? fs.statSync(file.here ?? '/', { bigint: true }) : fs.fstatSync(file.fd, { bigint: true }), out);
  }

  fd_close(number) {
    const file = this.open(number);
    if (file.fd !== undefined) fs.closeSync(file.fd);
    this.files.delete(number);
  }

  fd_read(number, list, n, out) {
    const file = this.open(number);
    let sum = 0;
    for (const piece of this.pieces(list, n)) {
      const length = fs.readSync(file.fd, piece, 0, piece.length, file.at);
      file.at += length;
      sum += length;
      if (length < piece.length) break;
    }
    this.view.setUint32(out, sum, true);
  }

  fd_write(number, list, n, out) {
    const file = this.open(number);
    let sum = 0;
    for (const piece of this.pieces(list, n)) {
      if (file.printed) file.printed.push(Buffer.from(piece));
      else file.at += fs.writeSync(file.fd, piece, 0, piece.length, file.at);
      sum += piece.length;
    }
    this.view.setUint32(out, sum, true);
  }

  fd_seek(number, offset, whence, out) {
    const file = this.open(number);
    if (file.printed || file.folder) throw fault('EINVAL');
    const from = [0, file.at, whence === 2 ? fs.fstatSync(file.fd).size : 0][whence];
    file.at = from + Number(offset);
    this.view.setBigUint64(out, BigInt(file.at), true);
  }

  fd_readdir(number, at, length, cookie, out) {
    const file = this.open(number);
    file.entries ??= fs.readdirSync(file.here, { withFileTypes: true });
    let used = 0;
    for (let i = Number(cookie); i < file.entries.length && used < length; i++) {
      const name = Buffer.from(file.entries[i].name);
      const entry = Buffer.alloc(24 + name.length);
      entry.writeBigUInt64LE(BigInt(i + 1), 0);
      entry.writeUInt32LE(name.length, 16);
      entry.writeUInt8(typeOf(file.entries[i]), 20);
      name.copy(entry, 24);
      const part = entry.subarray(0, length - used); // one that is cut is asked for again
      this.bytes(at + used, part.length).set(part);
      used += part.length;
    }
    this.view.setUint32(out, used, true);
  }

  path_open(folder, follows, at, length, how, rights, inherited, flags, out) {
    const { name, here } = this.place(folder, at, length);
    let number = ROOT + 1;
    while (this.files.has(number)) number++;
    if (fs.statSync(here, { throwIfNoEntry: false })?.isDirectory() && !(how & CREATE)) {
      this.files.set(number, { folder: name, here });
    } else {
      if (how & IS_FOLDER) throw fault(fs.existsSync(here) ? 'ENOTDIR' : 'ENOENT');
      const writes = (rights & MAY_WRITE) !== 0n, reads = (rights & MAY_READ) !== 0n;
      const { O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC } = fs.constants;
      const mode = (writes ? reads ? O_RDWR : O_WRONLY : O_RDONLY) | (how & CREATE ? O_CREAT : 0) |
        (how & EXCLUSIVE ? O_EXCL : 0) | (how & TRUNCATE ? O_TRUNC : 0);
      this.files.set(number, { fd: fs.openSync(here, mode, 0o666), at: 0 });
    }
    this.view.setUint32(out, number, true);
  }

  path_filestat_get(folder, follows, at, length, out) {
    const stat = follows & 1 ? fs.statSync : fs.lstatSync;
    this.writeStat(stat(this.place(folder, at, length).here, { bigint: true }), out);
  }

  path_readlink(folder, at, length, to, room, out) {
    const target = Buffer.from(fs.readlinkSync(this.place(folder, at, length).here)).subarray(0, room);
    this.bytes(to, target.length).set(target);
    this.view.setUint32(out, target.length, true);
  }

  path_create_directory(folder, at, length) { fs.mkdirSync(this.place(folder, at, length).here); }
  path_remove_directory(folder, at, length) { fs.rmdirSync(this.place(folder, at, length).here); }
  path_unlink_file(folder, at, length) { fs.unlinkSync(this.place(folder, at, length).here); }

  path_rename(folder, at, length, other, to, toLength) {
    fs.renameSync(this.place(folder, at, length).here, this.place(other, to, toLength).here);
  }
}

// The module's imports: a function returns the number of its error, 0 when all went well.
function importsOf(machine, module) {
  return Object.fromEntries(WebAssembly.Module.imports(module).map(({ name }) => [name, (...args) => {
    try {
      machine[name](...args);
      return 0;
    } catch (error) {
      if (!error.code) throw error;
      return ERRNO[error.code] ?? ERRNO.EIO;
    }
  }]));
}

// Runs the module's command. `mounts` says which folder here stands for a path of the program, '/' among them.
export function run(module, words, mounts) {
  const machine = new Machine(words, mounts);
  let status = 0;
  const { exports } = new WebAssembly.Instance(module, { wasi_snapshot_preview1: importsOf(machine, module) });
  machine.memory = exports.memory;
  try {
    exports._start();
  } catch (error) {
    if (!(error instanceof Exit)) throw error;
    status = error.status;
  }
  const [printed, said] = [1, 2].map((number) => Buffer.concat(machine.files.get(number)?.printed ?? []).toString());
  return { status, printed, said };
}
