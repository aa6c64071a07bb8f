// Edits a workbook as a person would, without a library: its texts are replaced.
import { crc32, inflateRawSync } from 'node:zlib';

/** The files of an archive: name and content. */
function* entries(zip) {
  let at = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const count = zip.readUInt16LE(at + 10);
  at = zip.readUInt32LE(at + 16);
  for (let i = 0; i < count; i++) {
    const [name, extra, comment] = [28, 30, 32].map((o) => zip.readUInt16LE(at + o));
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    yield { name: zip.toString('utf8', at + 46, at + 46 + name), content: zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed };
    at += 46 + name + extra + comment;
  }
}

/** The workbook with each text replaced by another; a text that is not there is a mistake of the check. */
export function replaced(book, texts) {
  const left = new Set(Object.keys(texts));
  const files = [];
  const directory = [];
  let offset = 0;
  for (const { name, content } of entries(book)) {
    let text = content;
    if (name === 'xl/sharedStrings.xml') {
      let xml = content.toString('utf8');
      for (const [was, now] of Object.entries(texts)) {
        if (xml.includes(`>${was}<`)) left.delete(was);
        xml = xml.replaceAll(`>${was}<`, `>${now}<`);
      }
      text = Buffer.from(xml);
    }
    const path = Buffer.from(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt32LE(crc32(text), 10);
    head.writeUInt32LE(text.length, 14);
    head.writeUInt32LE(text.length, 18);
    head.writeUInt16LE(path.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    files.push(Buffer.from('PK\x03\x04', 'latin1'), head, path, text);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, tail, path);
    offset += 30 + path.length + text.length;
  }
  if (left.size > 0) throw new Error(`the workbook has no text ${[...left].join(', ')}`);
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length / 4, 8);
  end.writeUInt16LE(directory.length / 4, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}
