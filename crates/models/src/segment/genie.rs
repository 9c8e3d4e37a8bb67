//! Genie: groups of any form, from the minimum spanning tree, with a brake on very unequal sizes.
//!
//! In plain words: join neighbours, the closest first; whenever the groups become too unequal in size, the smallest has to join next.
//! Model:  edges of the Euclidean minimum spanning tree in ascending order; each step joins the ends of the shortest edge left, or,
//!         while the Gini index of the group sizes is above 0.3, of the shortest edge left that touches a smallest group.
//! Shapes: rows x width -> labels for every number of groups from 1 to `most`.
//! Cost:   O(n^2 width) for the tree, at worst O(n^2) light steps for the joins.
//! Source: Gagolewski, Bartoszuk and Cena (Information Sciences 363, 2016, doi:10.1016/j.ins.2016.05.003); tree by Prim (1957).

use super::scale::{Matrix, square_distance};

const MOST_UNEQUAL: f64 = 0.3;

/// Labels for 1, 2, ... `most` groups (index 0 holds one group), as far as there are rows.
pub fn levels(data: &Matrix, most: usize) -> Vec<Vec<u32>> {
    let rows = data.rows();
    let mut groups = Groups::new(rows);
    let mut edges = tree(data);
    let mut found = Vec::new();
    loop {
        if groups.count <= most {
            found.push(groups.labels());
        }
        if groups.count <= 1 {
            break;
        }
        let next = if groups.gini() > MOST_UNEQUAL { groups.smallest_edge(&edges) } else { 0 };
        let edge = edges.remove(next);
        groups.join(edge.0, edge.1);
    }
    found.reverse();
    found
}

/// Edges of the minimum spanning tree, shortest first.
fn tree(data: &Matrix) -> Vec<(usize, usize)> {
    let rows = data.rows();
    let mut gap = vec![f64::INFINITY; rows];
    let mut from = vec![0; rows];
    let mut outside: Vec<usize> = (1..rows).collect();
    let mut edges = Vec::with_capacity(rows);
    let mut last = 0;
    while !outside.is_empty() {
        let mut best = 0;
        for (place, &r) in outside.iter().enumerate() {
            let distance = square_distance(data.row(last), data.row(r));
            if distance < gap[r] {
                gap[r] = distance;
                from[r] = last;
            }
            if (gap[r], r) < (gap[outside[best]], outside[best]) {
                best = place;
            }
        }
        last = outside.swap_remove(best);
        edges.push((gap[last], from[last], last));
    }
    edges.sort_by(|a, b| a.0.total_cmp(&b.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    edges.into_iter().map(|(_, a, b)| (a, b)).collect()
}

/// Disjoint groups and how many there are of each size.
struct Groups {
    parent: Vec<usize>,
    size: Vec<usize>,
    of_size: std::collections::BTreeMap<usize, usize>,
    count: usize,
}

impl Groups {
    fn new(rows: usize) -> Self {
        let of_size = [(1, rows)].into_iter().collect();
        Self { parent: (0..rows).collect(), size: vec![1; rows], of_size, count: rows }
    }

    fn find(&mut self, mut r: usize) -> usize {
        while self.parent[r] != r {
            self.parent[r] = self.parent[self.parent[r]];
            r = self.parent[r];
        }
        r
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        for size in [self.size[a], self.size[b]] {
            if let Some(n) = self.of_size.get_mut(&size) {
                *n -= 1;
                if *n == 0 {
                    self.of_size.remove(&size);
                }
            }
        }
        let (small, large) = if self.size[a] < self.size[b] { (a, b) } else { (b, a) };
        self.parent[small] = large;
        self.size[large] += self.size[small];
        *self.of_size.entry(self.size[large]).or_insert(0) += 1;
        self.count -= 1;
    }

    /// Normalised Gini index of the sizes: 0 when all are equal, 1 when one group holds everything.
    fn gini(&self) -> f64 {
        if self.count < 2 {
            return 0.0;
        }
        let (mut before, mut weighted, mut total) = (0.0, 0.0, 0.0);
        for (&size, &n) in &self.of_size {
            let (size, n) = (size as f64, n as f64);
            // Pairs of different sizes: this size minus all smaller ones.
            weighted += n * (size * before - total);
            before += n;
            total += n * size;
        }
        weighted / ((self.count as f64 - 1.0) * total)
    }

    fn smallest_edge(&mut self, edges: &[(usize, usize)]) -> usize {
        let least = self.of_size.keys().next().copied().unwrap_or(0);
        let touches = |groups: &mut Self, r: usize| {
            let root = groups.find(r);
            groups.size[root] == least
        };
        edges.iter().position(|&(a, b)| touches(self, a) || touches(self, b)).unwrap_or(0)
    }

    fn labels(&mut self) -> Vec<u32> {
        let mut name = vec![u32::MAX; self.parent.len()];
        let mut next = 0;
        (0..self.parent.len())
            .map(|r| {
                let root = self.find(r);
                if name[root] == u32::MAX {
                    name[root] = next;
                    next += 1;
                }
                name[root]
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_two_lines_that_k_means_would_cut() {
        let cells = (0..60).flat_map(|i| [f64::from(i % 30), f64::from(i / 30) * 3.0]).collect();
        let labels = levels(&Matrix { width: 2, cells }, 3);
        assert_eq!(labels.len(), 3);
        let two = &labels[1];
        assert!((0..60).all(|i| two[i] == two[i / 30 * 30]) && two[0] != two[59]);
    }

    #[test]
    fn gini_of_sizes() {
        let mut groups = Groups::new(4);
        assert_eq!(groups.gini(), 0.0);
        groups.join(0, 1);
        groups.join(0, 2);
        assert!((groups.gini() - 0.5).abs() < 1e-12);
    }
}
