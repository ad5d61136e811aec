// An outside judge of our records: everything about trees, tiles and notes is done by the Go team's golang.org/x/mod/sumdb; only the
// file names of C2SP tlog-tiles and the three lines of a checkpoint are read here.
//
//	judge_log FOLDER VKEY [OLD_SIZE OLD_ROOT]
//
// Exits with 0 if the checkpoint is signed by the key, every entry has the hash that the tiles hold for it, every hash of every
// tile leads to the root, the inclusion proof of one entry per bundle checks, and the tree of OLD_SIZE entries is its beginning.
package main

import (
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

type folder struct {
	path string
	size int64
}

func (f folder) Height() int { return height }

func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		data, err := os.ReadFile(filepath.Join(f.path, served(tile)))
		if err != nil {
			return nil, err
		}
		if len(data) != tile.W*tlog.HashSize {
			return nil, fmt.Errorf("%s holds %d bytes", served(tile), len(data))
		}
		all = append(all, data)
	}
	return all, nil
}

func (f folder) SaveTiles(tiles []tlog.Tile, data [][]byte) {}

// served drops the height from the path, as C2SP does.
func served(tile tlog.Tile) string {
	return strings.Replace(tile.Path(), fmt.Sprintf("tile/%d/", height), "tile/", 1)
}

func (f folder) bundle(n int64) ([][]byte, error) {
	tile := tlog.Tile{H: height, L: 0, N: n, W: 1 << height}
	if rest := f.size - n<<height; rest < 1<<height {
		tile.W = int(rest)
	}
	data, err := os.ReadFile(filepath.Join(f.path, strings.Replace(served(tile), "tile/0/", "tile/entries/", 1)))
	if err != nil {
		return nil, err
	}
	var entries [][]byte
	for len(data) >= 2 {
		length := int(binary.BigEndian.Uint16(data))
		if len(data) < 2+length {
			return nil, fmt.Errorf("bundle %d is cut", n)
		}
		entries = append(entries, data[2:2+length])
		data = data[2+length:]
	}
	if len(data) != 0 || len(entries) != tile.W {
		return nil, fmt.Errorf("bundle %d holds %d entries", n, len(entries))
	}
	return entries, nil
}

func checkpoint(path, vkey string) (tree tlog.Tree, err error) {
	text, err := os.ReadFile(filepath.Join(path, "checkpoint"))
	if err != nil {
		return tree, err
	}
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return tree, err
	}
	opened, err := note.Open(text, note.VerifierList(verifier))
	if err != nil {
		return tree, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		return tree, fmt.Errorf("not a checkpoint of %s", verifier.Name())
	}
	if tree.N, err = strconv.ParseInt(lines[1], 10, 64); err != nil {
		return tree, err
	}
	tree.Hash, err = tlog.ParseHash(lines[2])
	return tree, err
}

func judgeEntries(f folder, tree tlog.Tree, hashes tlog.HashReader) error {
	for n := int64(0); n<<height < tree.N; n++ {
		entries, err := f.bundle(n)
		if err != nil {
			return err
		}
		var indexes []int64
		for i := range entries {
			indexes = append(indexes, tlog.StoredHashIndex(0, n<<height+int64(i)))
		}
		held, err := hashes.ReadHashes(indexes)
		if err != nil {
			return err
		}
		for i, entry := range entries {
			if held[i] != tlog.RecordHash(entry) {
				return fmt.Errorf("entry %d has another hash", n<<height+int64(i))
			}
		}
		if err := judgeInclusion(tree, n<<height+n%int64(len(entries)), hashes, entries[n%int64(len(entries))]); err != nil {
			return err
		}
	}
	return nil
}

// judgeInclusion proves one entry; each bundle has one proved, at another place in it.
func judgeInclusion(tree tlog.Tree, index int64, hashes tlog.HashReader, entry []byte) error {
	proof, err := tlog.ProveRecord(tree.N, index, hashes)
	if err != nil {
		return err
	}
	return tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry))
}

func judgeOld(args []string, tree tlog.Tree, hashes tlog.HashReader) error {
	size, err := strconv.ParseInt(args[0], 10, 64)
	if err != nil {
		return err
	}
	root, err := tlog.ParseHash(args[1])
	if err != nil {
		return err
	}
	proof, err := tlog.ProveTree(tree.N, size, hashes)
	if err != nil {
		return err
	}
	return tlog.CheckTree(proof, tree.N, tree.Hash, size, root)
}

func judge(args []string) error {
	tree, err := checkpoint(args[0], args[1])
	if err != nil {
		return err
	}
	f := folder{args[0], tree.N}
	hashes := tlog.TileHashReader(tree, f)
	if err := judgeEntries(f, tree, hashes); err != nil {
		return err
	}
	if len(args) == 4 {
		return judgeOld(args[2:], tree, hashes)
	}
	return nil
}

func main() {
	if len(os.Args) != 3 && len(os.Args) != 5 {
		fmt.Fprintln(os.Stderr, "judge_log FOLDER VKEY [OLD_SIZE OLD_ROOT]")
		os.Exit(2)
	}
	if err := judge(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println("the record proves")
}
