import { createRouter, createWebHistory, type LocationQueryRaw } from 'vue-router'

declare module 'vue-router' {
  interface RouteMeta {
    readonly title: 'now' | 'leads' | 'lead' | 'inbox' | 'campaigns' | 'campaign' | 'mailboxes' | 'money' | 'settings' | 'admin' | 'kit' | 'notFound'
  }
}

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', name: 'now', component: () => import('./screens/NowScreen.vue'), meta: { title: 'now' } },
    { path: '/leads', name: 'leads', component: () => import('./screens/LeadsScreen.vue'), meta: { title: 'leads' } },
    { path: '/leads/:email', name: 'lead', component: () => import('./screens/LeadScreen.vue'), meta: { title: 'lead' } },
    { path: '/inbox', name: 'inbox', component: () => import('./screens/InboxScreen.vue'), meta: { title: 'inbox' } },
    { path: '/campaigns', name: 'campaigns', component: () => import('./screens/CampaignsScreen.vue'), meta: { title: 'campaigns' } },
    { path: '/campaigns/:id', name: 'campaign', component: () => import('./screens/CampaignScreen.vue'), meta: { title: 'campaign' } },
    { path: '/mailboxes', name: 'mailboxes', component: () => import('./screens/MailboxesScreen.vue'), meta: { title: 'mailboxes' } },
    { path: '/money', name: 'money', component: () => import('./screens/MoneyScreen.vue'), meta: { title: 'money' } },
    { path: '/settings', name: 'settings', component: () => import('./screens/SettingsScreen.vue'), meta: { title: 'settings' } },
    { path: '/admin', name: 'admin', component: () => import('./screens/AdminScreen.vue'), meta: { title: 'admin' } },
    { path: '/kit', name: 'kit', component: () => import('./screens/KitScreen.vue'), meta: { title: 'kit' } },
    { path: '/:rest(.*)*', name: 'notFound', component: () => import('./screens/NotFound.vue'), meta: { title: 'notFound' } },
  ],
})

/** What stays when one goes from screen to screen. */
const lasting = ['org', 'range'] as const

router.beforeEach((to, from) => {
  const kept: LocationQueryRaw = {}
  for (const name of lasting) {
    if (to.query[name] === undefined && from.query[name] !== undefined) kept[name] = from.query[name]
  }
  if (Object.keys(kept).length === 0) return true
  return { path: to.path, hash: to.hash, query: { ...to.query, ...kept }, replace: true }
})
