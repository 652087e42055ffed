/** The admin page in Jira's own administration: the settings under a heading. */
import './admin-page.css';
import AdminSettings from './admin-settings';

const AdminPage = () => (
  <main className="admin-page">
    <h1>OKR settings</h1>
    <AdminSettings />
  </main>
);

export default AdminPage;
