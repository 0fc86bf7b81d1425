package dk.effektspor.query.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The eight leaves by which implementations of RFC 6962 and 9162 know each other, and every small tree. */
class MerkleTreeTest {

    private static final List<Hash> EIGHT = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(hex -> MerkleTree.leaf(HexFormat.of().parseHex(hex)))
            .toList();
    private static final List<Hash> ROOTS = hashes(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private final MerkleTree tree = MerkleTree.over(EIGHT);

    @Test
    void the_roots_are_those_of_the_vectors() {
        assertThat(IntStream.rangeClosed(0, 8).mapToObj(tree::root)).isEqualTo(ROOTS);
    }

    @Test
    void the_inclusion_proofs_are_those_of_the_vectors() {
        assertThat(tree.inclusion(0, 1).path()).isEmpty();
        assertThat(tree.inclusion(0, 8).path())
                .isEqualTo(hashes(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"));
        assertThat(tree.inclusion(5, 8).path())
                .isEqualTo(hashes(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"));
        assertThat(tree.inclusion(2, 3).path())
                .isEqualTo(hashes("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"));
        assertThat(tree.inclusion(1, 5).path())
                .isEqualTo(hashes(
                        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"));
    }

    @Test
    void the_consistency_proofs_are_those_of_the_vectors() {
        assertThat(tree.consistency(1, 1).path()).isEmpty();
        assertThat(tree.consistency(1, 8).path())
                .isEqualTo(hashes(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"));
        assertThat(tree.consistency(6, 8).path())
                .isEqualTo(hashes(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"));
        assertThat(tree.consistency(2, 5).path())
                .isEqualTo(hashes(
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"));
    }

    @Test
    void every_leaf_of_every_small_tree_is_proved_and_nothing_else() {
        MerkleTree larger = MerkleTree.over(leaves(40));
        for (int size = 1; size <= 40; size++) {
            Hash root = larger.root(size);
            for (int position = 0; position < size; position++) {
                InclusionProof proof = larger.inclusion(position, size);
                Hash leaf = leaves(40).get(position);
                assertThat(proof.proves(leaf, root)).isTrue();
                assertThat(proof.proves(root, leaf)).isEqualTo(size == 1);
                assertThat(new InclusionProof(position + 1, size, proof.path()).proves(leaf, root))
                        .isFalse();
                for (List<Hash> spoilt : spoilt(proof.path())) {
                    assertThat(new InclusionProof(position, size, spoilt).proves(leaf, root))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void every_growth_of_every_small_tree_is_proved_and_nothing_else() {
        MerkleTree larger = MerkleTree.over(leaves(24));
        MerkleTree forked = MerkleTree.over(
                leaves(24).stream().map(leaf -> MerkleTree.leaf(leaf.bytes())).toList());
        for (int to = 0; to <= 24; to++) {
            for (int from = 0; from <= to; from++) {
                ConsistencyProof proof = larger.consistency(from, to);
                assertThat(proof.proves(larger.root(from), larger.root(to))).isTrue();
                assertThat(proof.proves(forked.root(from), larger.root(to))).isEqualTo(from == 0);
                assertThat(from < to && from > 0 && proof.proves(larger.root(from), forked.root(to)))
                        .isFalse();
                for (List<Hash> spoilt : spoilt(proof.path())) {
                    assertThat(new ConsistencyProof(from, to, spoilt).proves(larger.root(from), larger.root(to)))
                            .isFalse();
                }
            }
        }
    }

    private static List<List<Hash>> spoilt(List<Hash> path) {
        List<List<Hash>> spoilt = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            List<Hash> other = new ArrayList<>(path);
            other.set(i, MerkleTree.leaf(path.get(i).bytes()));
            spoilt.add(other);
            List<Hash> shorter = new ArrayList<>(path);
            shorter.remove(i);
            spoilt.add(shorter);
        }
        List<Hash> longer = new ArrayList<>(path);
        longer.add(ROOTS.get(0));
        spoilt.add(longer);
        return spoilt;
    }

    private static List<Hash> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> MerkleTree.leaf(new byte[] {(byte) i}))
                .toList();
    }

    private static List<Hash> hashes(String... hex) {
        return Stream.of(hex).map(Hash::ofHex).toList();
    }
}
