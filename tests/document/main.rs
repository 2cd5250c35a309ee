//! Native tests of the document half.
