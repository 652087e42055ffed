/** The project page: what the project wants to reach in a cycle, and how far it is. */
const ProjectPage = () => <h1>OKRs</h1>;

export default ProjectPage;
